/**
 * The library of named Cypher queries: texts with what they ask, what they take and what they
 * answer, checked when they are read and run by name. A ring member is a candidate: no query here
 * says who spent what, unless it shows a finding, and then with its guarantee.
 */
@NullMarked
package org.ringlight.graph.query;

import org.jspecify.annotations.NullMarked;
