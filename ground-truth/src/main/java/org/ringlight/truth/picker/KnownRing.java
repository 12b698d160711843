package org.ringlight.truth.picker;

import java.util.List;

/**
 * A ring whose true spend is known.
 *
 * @param chainHeight the number of blocks on the chain when it was made: the height it was mined
 *     at, if the very next block took it in
 * @param trueIndex the output it spends
 * @param members absolute indices, the true one among them
 */
public record KnownRing(long chainHeight, long trueIndex, List<Long> members) {

  public KnownRing {
    members = List.copyOf(members);
    if (!members.contains(trueIndex)) {
      throw new IllegalArgumentException("output " + trueIndex + " is not among " + members);
    }
  }
}
