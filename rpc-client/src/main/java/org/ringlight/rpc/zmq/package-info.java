/**
 * What a node announces by itself: new blocks and pool transactions over ZeroMQ, where its owner
 * has it publish them.
 */
@NullMarked
package org.ringlight.rpc.zmq;

import org.jspecify.annotations.NullMarked;
