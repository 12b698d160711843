/**
 * Where Bitcoin's blocks come from: nodes that speak Bitcoin Core's JSON-RPC, and the files in
 * which Bitcoin Core keeps blocks.
 */
@NullMarked
package org.ringlight.rpc.bitcoin;

import org.jspecify.annotations.NullMarked;
