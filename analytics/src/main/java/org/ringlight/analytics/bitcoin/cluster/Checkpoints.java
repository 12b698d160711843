package org.ringlight.analytics.bitcoin.cluster;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What clusters were at some heights, to go back to when the chain is reorganised.
 *
 * <p>A join cannot be undone: path halving forgets which transaction joined what, and two
 * transactions may have joined the same clusters, so that taking one away must not part them. What
 * is sound is to go back to a state from before the fork and to read the new branch from there. The
 * state is the array of canonical ids, which depends on the transactions up to that height alone;
 * so rolled back and read again is the same, number for number, as never having seen the lost
 * branch. With known owners that holds too, because merges are repeated in chain order under the
 * same labels.
 *
 * <p>Cost: 4 bytes an address for each state that is kept. Keep one every some hundred blocks and
 * two or three of them; reading those blocks again takes seconds. Below the oldest, start from the
 * first block.
 */
public final class Checkpoints {

  private final int most;
  private final NavigableMap<Integer, int[]> byHeight = new TreeMap<>();

  /**
   * @param most how many states are kept, the newest; at least one
   */
  public Checkpoints(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one state must be kept: " + most);
    }
    this.most = most;
  }

  /**
   * Keeps what the clusters are after the whole block at {@code height}.
   *
   * @throws IllegalArgumentException where a state of this height or a later one is kept
   */
  public void keep(int height, Clusters clusters) {
    if (!byHeight.isEmpty() && byHeight.lastKey() >= height) {
      throw new IllegalArgumentException(
          "the state of height " + byHeight.lastKey() + " is kept: " + height + " is not after it");
    }
    byHeight.put(height, clusters.parents());
    if (byHeight.size() > most) {
      byHeight.pollFirstEntry();
    }
  }

  /** Where to read on from. */
  public record Restart(int nextHeight, Clusters clusters) {}

  /**
   * Goes back to a state from which no block above {@code lastCommon} was seen, and forgets later
   * ones.
   *
   * @param lastCommon height of the last block that both branches have
   * @return where to read on; from the first block where nothing so old is kept
   */
  public Restart rollBackTo(int lastCommon) {
    byHeight.tailMap(lastCommon, false).clear();
    Map.Entry<Integer, int[]> last = byHeight.lastEntry();
    return last == null
        ? new Restart(0, Clusters.ofSingles(0))
        : new Restart(last.getKey() + 1, Clusters.continuing(last.getValue()));
  }
}
