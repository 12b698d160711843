/** Bitcoin's bytes, real ones and broken ones. */
@NullMarked
package org.ringlight.rpc.bitcoinj;

import org.jspecify.annotations.NullMarked;
