/** A real Bitcoin node, folders of block files, and the clients of both. */
@NullMarked
package org.ringlight.rpc.bitcoin;

import org.jspecify.annotations.NullMarked;
