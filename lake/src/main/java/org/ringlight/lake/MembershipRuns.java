package org.ringlight.lake;

import java.util.Arrays;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.RingRow;

/**
 * Turns rings around: collects their members, and writes them in the order of outputs, a bounded
 * number at a time. Each such run is a file of its own.
 */
final class MembershipRuns {

  private static final int SEQUENCE_BITS = 22;

  /** Members of one run: a bound of what is held in memory, 12 bytes a member. */
  private static final int LIMIT = 1 << SEQUENCE_BITS;

  private final TableChange<MembershipRow> change;

  /** An output and, in the low bits, the number of the member in this run. */
  private long[] keys = new long[1 << 10];

  /** By number of the member: its ring, counted from {@link #firstRing}, and its position. */
  private int[] rings = new int[1 << 10];

  private int[] positions = new int[1 << 10];
  private long firstRing;
  private int size;

  MembershipRuns(TableChange<MembershipRow> change) {
    this.change = change;
  }

  /** Adds the members that are known; rings come in their order. */
  void add(RingRow ring) {
    long[] members = ring.memberIds();
    if (members == null) {
      return;
    }
    if (size + members.length > LIMIT || ring.ringId() - firstRing > Integer.MAX_VALUE) {
      endRun(); // between rings, so that runs do not overlap in them
    }
    for (int position = 0; position < members.length; position++) {
      if (members[position] != RingRow.NO_ID) {
        add(members[position], ring.ringId(), position);
      }
    }
  }

  private void add(long output, long ring, int position) {
    if (size == 0) {
      firstRing = ring;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      rings = Arrays.copyOf(rings, 2 * size);
      positions = Arrays.copyOf(positions, 2 * size);
    }
    if (output < 0 || output >= 1L << (Long.SIZE - 1 - SEQUENCE_BITS)) {
      throw new IllegalArgumentException("no output id: " + output);
    }
    keys[size] = output << SEQUENCE_BITS | size;
    rings[size] = (int) (ring - firstRing);
    positions[size] = position;
    size++;
  }

  /** Writes what was collected. */
  void endRun() {
    Arrays.sort(keys, 0, size);
    for (int i = 0; i < size; i++) {
      int member = (int) (keys[i] & (LIMIT - 1));
      change.append(
          new MembershipRow(
              keys[i] >>> SEQUENCE_BITS, firstRing + rings[member], positions[member]));
    }
    size = 0;
    change.endFile();
  }
}
