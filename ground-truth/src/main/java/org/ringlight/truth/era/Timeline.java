package org.ringlight.truth.era;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When the blocks of a chain are mined, and under which hard fork. Either all sixteen hard forks,
 * from the dates they had on mainnet, in fewer blocks: then the clock of the timestamps runs faster
 * than the 120 seconds of a block that ages are counted in. Or hard fork 16 alone at 120 seconds.
 *
 * <p>Source of the dates: monero v0.18.3.4 README.md, Scheduled software upgrades.
 */
final class Timeline {

  static final int NEWEST_HARD_FORK = 16;

  /** First day of each hard fork, and the day after the last block. */
  private static final LocalDate[] DATES = {
    LocalDate.of(2014, 4, 18),
    LocalDate.of(2016, 3, 22),
    LocalDate.of(2016, 9, 21),
    LocalDate.of(2017, 1, 5),
    LocalDate.of(2017, 4, 15),
    LocalDate.of(2017, 9, 16),
    LocalDate.of(2018, 4, 6),
    LocalDate.of(2018, 10, 18),
    LocalDate.of(2018, 10, 19),
    LocalDate.of(2019, 3, 9),
    LocalDate.of(2019, 3, 10),
    LocalDate.of(2019, 11, 30),
    LocalDate.of(2020, 10, 17),
    LocalDate.of(2020, 10, 18),
    LocalDate.of(2022, 8, 13),
    LocalDate.of(2022, 8, 14),
    LocalDate.of(2025, 1, 1)
  };

  /**
   * Each hard fork's share of the blocks, in thousandths. Not that of the calendar: a hard fork
   * that lasted one day should have blocks to look at.
   */
  private static final int[] SHARES = {
    170, 60, 50, 45, 60, 70, 70, 15, 50, 15, 70, 80, 15, 100, 20, 110
  };

  private static final long MODERN_SECONDS = 120;

  private final long[] firstHeights;
  private final long[] firstSeconds;
  private final int firstVersion;

  private Timeline(int firstVersion, long[] firstHeights, long[] firstSeconds) {
    this.firstVersion = firstVersion;
    this.firstHeights = firstHeights;
    this.firstSeconds = firstSeconds;
  }

  static Timeline of(EraOptions options) {
    return options
        .modernFrom()
        .map(from -> modern(options.blocks(), from))
        .orElseGet(() -> calendar(options.blocks()));
  }

  /** The first day of a hard fork. */
  static LocalDate dateOf(int hardFork) {
    return DATES[hardFork - 1];
  }

  private static Timeline modern(int blocks, LocalDate from) {
    long start = seconds(from);
    return new Timeline(
        NEWEST_HARD_FORK,
        new long[] {1, blocks},
        new long[] {start, start + (blocks - 1) * MODERN_SECONDS});
  }

  private static Timeline calendar(int blocks) {
    long[] heights = new long[DATES.length];
    long[] dates = new long[DATES.length];
    long share = 0;
    for (int i = 0; i < DATES.length; i++) {
      heights[i] = 1 + (blocks - 1) * share / 1_000;
      dates[i] = seconds(DATES[i]);
      share += i < SHARES.length ? SHARES[i] : 0;
    }
    return new Timeline(1, heights, dates);
  }

  /** The hard fork of the block at this height; 1 for genesis. */
  int hardFork(long height) {
    return height < firstHeights[0] ? 1 : firstVersion + segment(height);
  }

  /** Unix seconds of the block at this height; rises with it. */
  long timestamp(long height) {
    if (height < firstHeights[0]) {
      return 0;
    }
    int i = segment(height);
    double done = (double) (height - firstHeights[i]) / (firstHeights[i + 1] - firstHeights[i]);
    return firstSeconds[i] + (long) (done * (firstSeconds[i + 1] - firstSeconds[i]));
  }

  /** When the block at this height is mined. */
  Instant time(long height) {
    return Instant.ofEpochSecond(timestamp(height));
  }

  private int segment(long height) {
    int i = 0;
    while (i < firstHeights.length - 2 && height >= firstHeights[i + 1]) {
      i++;
    }
    return i;
  }

  private static long seconds(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }
}
