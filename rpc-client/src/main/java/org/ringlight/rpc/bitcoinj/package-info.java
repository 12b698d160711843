/** Bitcoin's bytes, read and written by bitcoinj. No other package uses it. */
@NullMarked
package org.ringlight.rpc.bitcoinj;

import org.jspecify.annotations.NullMarked;
