/** The rules of the graph server's process. */
@NullMarked
package org.ringlight.graph.server;

import org.jspecify.annotations.NullMarked;
