/** Recordings, and the node that misbehaves with one. */
@NullMarked
package org.ringlight.rpc.recording;

import org.jspecify.annotations.NullMarked;
