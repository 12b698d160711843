package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;

/**
 * The ring of a wallet that draws its own decoys, from v0.10.0: half again as many different
 * candidates as members, 50 more for RingCT, the true spend among them; those the daemon calls
 * locked are dropped, and the ring is filled from the others (monero v0.18.0.0
 * src/wallet/wallet2.cpp, get_outs).
 *
 * <p>Candidates are different, so that the more are drawn, the flatter is what they show. On a
 * chain of some thousand outputs this is plain to see and all of them are drawn, as the wallet
 * does. Above {@value #LARGE} usable outputs only as many are drawn as the ring takes, which saves
 * four draws in five and makes the likeliest outputs likelier by less than one in a hundred.
 */
final class WalletRing {

  /** Usable outputs above which no spare candidates are drawn. */
  static final int LARGE = 100_000;

  /**
   * Draws that found nothing new before what was found must do; the wallet would go on for ever.
   */
  private static final int PATIENCE = 1_000_000;

  private enum Order {
    AS_DRAWN,
    SHUFFLED
  }

  private enum Zone {
    RECENT,
    WHOLE
  }

  private final Picker picker;
  private final OutputSupply supply;
  private final long trueIndex;
  private final int ringSize;
  private final RandomGenerator random;
  private final long usable;
  private final int requested;

  /** Candidates that must be recent, for pickers with a recent zone. */
  private int recent;

  WalletRing(
      Picker picker, OutputSupply supply, long trueIndex, int ringSize, RandomGenerator random) {
    this.picker = picker;
    this.supply = supply;
    this.trueIndex = trueIndex;
    this.ringSize = ringSize;
    this.random = random;
    this.usable = Usable.outputs(supply, Usable.SPENDABLE_AGE);
    int spares = supply.indexSpace() == OutputSupply.RINGCT ? 50 : 0;
    this.requested = (int) (ringSize * 1.5 + 1) + spares;
    if (picker instanceof RecentZonePicker zone) {
      this.recent = zone.recentOf(requested, supply, trueIndex);
    }
  }

  /** Any of the candidates. */
  long[] ofAny() {
    if (usable > LARGE) {
      return ofDraws(Order.SHUFFLED);
    }
    long[] candidates = new long[requested];
    int size = candidates(candidates);
    GrowingRing ring = new GrowingRing(supply, trueIndex, ringSize);
    for (int i = 0; i < size && !ring.isFull(); i++) {
      int j = i + random.nextInt(size - i);
      long chosen = candidates[j];
      candidates[j] = candidates[i];
      ring.offer(chosen);
    }
    return ring.sorted();
  }

  /**
   * The first candidates, in the order in which they were drawn. Recent ones are drawn first, so
   * that for cleartext amounts most decoys now are recent; and where all outputs are asked for, the
   * oldest are taken.
   */
  long[] ofFirst() {
    if (usable > requested) {
      return ofDraws(Order.AS_DRAWN);
    }
    GrowingRing ring = new GrowingRing(supply, trueIndex, ringSize);
    for (long index = 0; index < usable && !ring.isFull(); index++) {
      ring.offer(index);
    }
    return ring.sorted();
  }

  /** Draws until the ring is full, each draw being the next of the candidates in their order. */
  private long[] ofDraws(Order order) {
    GrowingRing ring = new GrowingRing(supply, trueIndex, ringSize);
    int left = requested - 1;
    for (int idle = 0; !ring.isFull() && idle < PATIENCE; idle++) {
      boolean recentNow = recent > 0 && (order == Order.AS_DRAWN || random.nextInt(left) < recent);
      long index = draw(recentNow ? Zone.RECENT : Zone.WHOLE);
      if (ring.holds(index)) {
        continue;
      }
      ring.offer(index);
      recent -= recentNow ? 1 : 0;
      left = Math.max(1, left - 1);
      idle = ring.holds(index) ? 0 : idle;
    }
    return ring.sorted();
  }

  private long draw(Zone zone) {
    if (picker instanceof RecentZonePicker recentZone) {
      return zone == Zone.RECENT
          ? recentZone.pickRecent(supply, random)
          : TriangularPicker.pick(usable, random);
    }
    return picker.pick(supply, random);
  }

  /** Fills {@code candidates} with different indices and says how many there are. */
  private int candidates(long[] candidates) {
    int size = 0;
    if (usable <= requested) {
      for (long index = 0; index < usable; index++) {
        candidates[size++] = index;
      }
      return size;
    }
    candidates[size++] = trueIndex;
    for (int idle = 0; size < requested && idle < PATIENCE; idle++) {
      long index = draw(size - 1 < recent ? Zone.RECENT : Zone.WHOLE);
      if (!GrowingRing.contains(candidates, size, index)) {
        candidates[size++] = index;
        idle = 0;
      }
    }
    return size;
  }
}
