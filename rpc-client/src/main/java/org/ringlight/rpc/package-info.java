/**
 * Talking to Monero nodes: {@link org.ringlight.rpc.NodeClient} is what one can ask, {@link
 * org.ringlight.rpc.Nodes} is where one comes from.
 */
@NullMarked
package org.ringlight.rpc;

import org.jspecify.annotations.NullMarked;
