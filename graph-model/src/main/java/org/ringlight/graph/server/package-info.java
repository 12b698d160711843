/** The Neo4j process of a data directory, and connections to any Neo4j. */
@NullMarked
package org.ringlight.graph.server;

import org.jspecify.annotations.NullMarked;
