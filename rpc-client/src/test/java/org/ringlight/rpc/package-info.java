/** Nodes to test against: a real monerod, and one that misbehaves on demand. */
@NullMarked
package org.ringlight.rpc;

import org.jspecify.annotations.NullMarked;
