/**
 * An analysis of the tables: the graph is loaded, the heuristics are run on it, and what follows is
 * written as findings.
 */
@NullMarked
package org.ringlight.analytics.analysis;

import org.jspecify.annotations.NullMarked;
