/**
 * The graph: what the tables say, as nodes and relationships in Neo4j. A projection: all of it can
 * be dropped and loaded again.
 */
@NullMarked
package org.ringlight.graph;

import org.jspecify.annotations.NullMarked;
