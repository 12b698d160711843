/** From the tables into the graph: by Neo4j's importer into an empty one, else batch by batch. */
@NullMarked
package org.ringlight.graph.load;

import org.jspecify.annotations.NullMarked;
