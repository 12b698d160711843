/** Findings and labels on the graph: run by run, each counting as a whole or not at all. */
@NullMarked
package org.ringlight.graph.finding;

import org.jspecify.annotations.NullMarked;
