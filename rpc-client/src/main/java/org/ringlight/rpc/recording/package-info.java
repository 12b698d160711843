/**
 * A node's answers in one file, and a server that gives them again, so that everything that asks a
 * node runs without one.
 */
@NullMarked
package org.ringlight.rpc.recording;

import org.jspecify.annotations.NullMarked;
