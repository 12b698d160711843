package org.ringlight.analytics.analysis;

import org.ringlight.analytics.deduce.Fact;
import org.ringlight.protocol.KeyImage;

/**
 * A ring that is not on the main chain.
 *
 * @param numbers of the outputs it names, as far as they are known
 * @param unknownFrom a height: it also names outputs that may have the key of any main chain's output
 *     from there on; {@link #NONE_UNKNOWN} where all are known
 * @param fact how findings cite it
 * @param height of the main chain, below which it says nothing
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record OtherRing(KeyImage image, int[] numbers, int unknownFrom, Fact fact, int height) {

  static final int NONE_UNKNOWN = Integer.MAX_VALUE;
}
