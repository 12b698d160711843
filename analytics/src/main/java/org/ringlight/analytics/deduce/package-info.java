/**
 * What follows from a ring graph: assignments of key images to keys, closed set by closed set, each
 * with what it rests on. Heuristics add to it; nothing is ever taken from it.
 */
@NullMarked
package org.ringlight.analytics.deduce;

import org.jspecify.annotations.NullMarked;
