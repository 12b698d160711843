/** The client for monerod: bulk path, own JSON calls and monero-java's control plane as one. */
@NullMarked
package org.ringlight.rpc.monerod;

import org.jspecify.annotations.NullMarked;
