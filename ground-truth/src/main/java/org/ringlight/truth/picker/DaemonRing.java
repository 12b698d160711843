package org.ringlight.truth.picker;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Up to v0.9.4 the wallet asks the daemon for one output more than it needs, in case its own is
 * among them, sorts them, and takes the oldest: unless its own came back, the newest candidate
 * never makes it into the ring (monero v0.9.0 src/wallet/wallet2.cpp, transfer_selected; daemon:
 * {@link UniformPicker}, {@link TriangularPicker}).
 */
final class DaemonRing {

  /** Draws that found nothing new before what was found must do. */
  private static final int PATIENCE = 1_000_000;

  private DaemonRing() {}

  static long[] of(
      Picker picker, OutputSupply supply, long trueIndex, int ringSize, RandomGenerator random) {
    long usable =
        Usable.outputs(
            supply,
            picker instanceof UniformPicker ? UniformPicker.YOUNGEST : Usable.SPENDABLE_AGE);
    long[] found = new long[(int) Math.min(ringSize, usable)];
    int size = 0;
    if (usable <= ringSize) {
      for (long index = 0; index < usable; index++) {
        if (!supply.isLocked(index)) {
          found[size++] = index;
        }
      }
    } else {
      for (int idle = 0; size < ringSize && idle < PATIENCE; idle++) {
        long index = picker.pick(supply, random);
        if (!GrowingRing.contains(found, size, index) && !supply.isLocked(index)) {
          found[size++] = index;
          idle = 0;
        }
      }
    }
    Arrays.sort(found, 0, size);
    GrowingRing ring = new GrowingRing(supply, trueIndex, ringSize);
    for (int i = 0; i < size && !ring.isFull(); i++) {
      ring.offer(found[i]);
    }
    return ring.sorted();
  }
}
