/** A whole graph at once: the tables written as the files that Neo4j's own importer reads. */
@NullMarked
package org.ringlight.graph.load.offline;

import org.jspecify.annotations.NullMarked;
