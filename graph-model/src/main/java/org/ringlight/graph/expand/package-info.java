/** The neighbourhood of one thing, from the tables into the graph, whatever the chain's size. */
@NullMarked
package org.ringlight.graph.expand;

import org.jspecify.annotations.NullMarked;
