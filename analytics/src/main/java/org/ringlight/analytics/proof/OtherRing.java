package org.ringlight.analytics.proof;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.KeyImage;

/**
 * A ring of a key image that is not on the main chain: in an orphaned block, in the pool, on a
 * fork. It spends what every other ring of the key image spends.
 *
 * @param ring the ring of the main chain with that key image, or {@link Rings#NONE}
 * @param keys its keys as far as they are known, ascending
 * @param certain keys below this number are not among the unknown ones; {@link #ALL} where none is
 *     unknown
 * @param height of the main chain, below which nothing follows from it
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record OtherRing(
    KeyImage image,
    int ring,
    int[] keys,
    int certain,
    String words,
    @Nullable String assumption,
    int height)
    implements Fact {

  /** No key of the ring is unknown. */
  static final int ALL = Integer.MAX_VALUE;

  /** Whether it says by itself what its key image spends. */
  boolean whole() {
    return certain == ALL && assumption == null;
  }

  @Override
  public boolean strikes(int ofRing, int key) {
    return ofRing == ring && Arrays.binarySearch(keys, key) < 0 && key < certain;
  }
}
