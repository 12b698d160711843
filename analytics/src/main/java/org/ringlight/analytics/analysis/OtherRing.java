package org.ringlight.analytics.analysis;

import org.ringlight.analytics.deduce.Fact;
import org.ringlight.protocol.KeyImage;

/**
 * A ring that is not on the main chain.
 *
 * @param numbers of the outputs it names, all of them
 * @param fact how findings cite it
 * @param height of the main chain, below which it says nothing
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record OtherRing(KeyImage image, int[] numbers, Fact fact, int height) {}
