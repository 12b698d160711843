package org.ringlight.analytics.proof;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.KeyImage;

/**
 * A ring off the main chain as its row has it.
 *
 * @param members amount indexes
 * @param words as findings name it
 * @param assumption what it does not hold without; null where a node checked it
 * @param height of the main chain, below which nothing follows from it
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Sighting(
    KeyImage image,
    long space,
    long[] members,
    Origin origin,
    String words,
    @Nullable String assumption,
    long height) {

  /**
   * With its members resolved; null where it says nothing.
   *
   * @param ring of the main chain with its key image, or {@link Rings#NONE}
   * @param chainOutputs how many of {@code outputs} are of the main chain: the first ones
   * @param keysBelowSplit how many keys there were at the split
   */
  @Nullable OtherRing on(Outputs outputs, int chainOutputs, int ring, int keysBelowSplit) {
    int[] keys = new int[members.length];
    int count = 0;
    for (long member : members) {
      int key = origin.key(outputs, chainOutputs, space, member);
      if (key != Outputs.NONE) {
        keys[count++] = key;
      } else if (origin.allOrNothing()) {
        return null;
      }
    }
    int certain = count == members.length ? OtherRing.ALL : keysBelowSplit;
    int[] known = Arrays.stream(keys, 0, count).sorted().distinct().toArray();
    return new OtherRing(image, ring, known, certain, words, assumption, Math.toIntExact(height));
  }
}
