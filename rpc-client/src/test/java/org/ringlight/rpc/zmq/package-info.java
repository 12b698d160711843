@NullMarked
package org.ringlight.rpc.zmq;

import org.jspecify.annotations.NullMarked;
