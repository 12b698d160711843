/**
 * What is in the graph: labels, relationships, properties, constraints, and how they came to be.
 */
@NullMarked
package org.ringlight.graph.schema;

import org.jspecify.annotations.NullMarked;
