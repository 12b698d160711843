package org.ringlight.truth.era;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A block while it is planned: where and when, what there is to spend, and what is in it so far.
 * Its chances depend on seed and height alone, so that a second chain repeats the first up to where
 * it leaves it.
 */
final class Site {

  /** monero-blockchain-import takes no block above 2 MiB; estimates may be wrong by a quarter. */
  private static final long BYTES_MAX = 1_500_000;

  final int height;
  final int hardFork;
  final Instant time;
  final Ledger ledger;
  final Owners owners;
  final SplittableRandom random;
  final List<Draft> drafts = new ArrayList<>();
  private final int room;
  private long bytes;

  /**
   * @param room how many transactions the block takes
   */
  Site(
      int height,
      int hardFork,
      Instant time,
      Ledger ledger,
      Owners owners,
      SplittableRandom random,
      int room) {
    this.height = height;
    this.hardFork = hardFork;
    this.time = time;
    this.ledger = ledger;
    this.owners = owners;
    this.random = random;
    this.room = room;
  }

  /** How many transactions still fit. */
  int room() {
    return bytes < BYTES_MAX ? room - drafts.size() : 0;
  }

  /** Takes a transaction into the block. */
  void add(Draft draft) {
    drafts.add(draft);
    bytes += Money.estimatedBytes(draft);
  }

  /** How many it takes in all. */
  int size() {
    return room;
  }

  /** True with a chance of {@code count} in {@code of}. */
  boolean chance(int count, int of) {
    return random.nextInt(of) < count;
  }

  /** A number from {@code lowest} to {@code highest}, both included. */
  int between(int lowest, int highest) {
    return random.nextInt(lowest, highest + 1);
  }
}
