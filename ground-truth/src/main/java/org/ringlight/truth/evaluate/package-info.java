/**
 * How right heuristics are, on chains whose true spends are known: claims counted, probabilities
 * scored, heuristics compared with one another.
 */
@NullMarked
package org.ringlight.truth.evaluate;

import org.jspecify.annotations.NullMarked;
