/**
 * Heuristics, one file each: pure, without input, output or clock. What a heuristic is, is {@link
 * org.ringlight.analytics.heuristic.Heuristic}.
 */
@NullMarked
package org.ringlight.analytics.heuristic;

import org.jspecify.annotations.NullMarked;
