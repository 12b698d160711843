/**
 * How wallets chose their decoys: the algorithm of every wallet2 version, what it makes likely, and
 * tests of real rings against it. Ages are counted in blocks of {@value
 * org.ringlight.truth.picker.LogGamma#BLOCK_SECONDS} seconds wherever a wallet counts seconds: a
 * chain's own clock plays no part.
 */
@NullMarked
package org.ringlight.truth.picker;

import org.jspecify.annotations.NullMarked;
