/** Whether the graph is what the tables say, and making it so. */
@NullMarked
package org.ringlight.graph.verify;

import org.jspecify.annotations.NullMarked;
