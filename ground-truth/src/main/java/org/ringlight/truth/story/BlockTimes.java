package org.ringlight.truth.story;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.ringlight.truth.story.plot.Story;

/**
 * When blocks are found: at random, as on a real chain, but so that the last planned one is found
 * on the story's last day. Seconds are whole, and no two blocks have the same.
 */
final class BlockTimes {

  private final Queue<Duration> pauses = new ArrayDeque<>();
  private final Duration afterwards;

  BlockTimes(Dice dice, Story story) {
    long seconds = Duration.ofDays(story.days()).toSeconds();
    double[] passed = new double[story.minedBlocks()];
    double total = 0;
    for (int i = 0; i < passed.length; i++) {
      total += dice.pause();
      passed[i] = total;
    }
    long last = 0;
    for (double some : passed) {
      long next = Math.max(last + 1, Math.round(some / total * seconds));
      pauses.add(Duration.ofSeconds(next - last));
      last = next;
    }
    afterwards = Duration.ofSeconds(seconds / story.minedBlocks());
  }

  /** From one block to the next. */
  Duration next() {
    Duration pause = pauses.poll();
    return pause == null ? afterwards : pause;
  }
}
