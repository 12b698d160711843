/**
 * Why findings hold: every one checked again from the tables alone, by code that shares nothing
 * with what found them, and the derivation of one ring down to its leaves.
 */
@NullMarked
package org.ringlight.analytics.proof;

import org.jspecify.annotations.NullMarked;
