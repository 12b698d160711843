/** HTTP to a node: one transport with all its checks, JSON calls and the bulk path over it. */
@NullMarked
package org.ringlight.rpc.http;

import org.jspecify.annotations.NullMarked;
