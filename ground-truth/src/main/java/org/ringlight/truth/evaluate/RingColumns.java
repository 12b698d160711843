package org.ringlight.truth.evaluate;

import java.util.Arrays;
import org.ringlight.analytics.ring.Ring;
import org.ringlight.failure.DataInvalid;

/** Rings as columns of numbers, appended one after the other. */
final class RingColumns {

  private static final int FIRST = 1 << 10;

  private int count;
  private long[] spaces = new long[FIRST];
  private byte[] eras = new byte[FIRST];
  private int[] transactions = new int[FIRST];
  private int[] trueMembers = new int[FIRST];
  private int[] ends = new int[FIRST];
  private int[] members = new int[16 * FIRST];
  private long lastTxId = -1;

  int count() {
    return count;
  }

  /** Appends a ring whose member at {@code truePosition} is spent. */
  void add(Ring ring, int truePosition) {
    if (count == spaces.length) {
      int more = count + (count >> 1);
      spaces = Arrays.copyOf(spaces, more);
      eras = Arrays.copyOf(eras, more);
      transactions = Arrays.copyOf(transactions, more);
      trueMembers = Arrays.copyOf(trueMembers, more);
      ends = Arrays.copyOf(ends, more);
    }
    int slot = slots();
    int end = Math.addExact(slot, ring.size());
    if (end > members.length) {
      long more = Math.max(end, members.length + (long) (members.length >> 1));
      members = Arrays.copyOf(members, (int) Math.min(Integer.MAX_VALUE - 8, more));
    }
    for (int position = 0; position < ring.size(); position++) {
      members[slot + position] = index(ring, position);
    }
    transactions[count] =
        count == 0 ? 0 : transactions[count - 1] + (lastTxId == ring.txId() ? 0 : 1);
    lastTxId = ring.txId();
    spaces[count] = ring.indexSpace();
    eras[count] = (byte) ring.era();
    ends[count] = end;
    count++;
    trueMembers[count - 1] = slot(count - 1, ring.amountIndex(truePosition));
  }

  private static int index(Ring ring, int position) {
    long index = ring.amountIndex(position);
    if (index > Integer.MAX_VALUE) {
      throw new DataInvalid(
          "an index above 2^31, which no chain has",
          "key image " + ring.keyImage() + ", member " + ring.member(position),
          "run ringlight verify");
    }
    return (int) index;
  }

  /** How many members all rings have together. */
  int slots() {
    return count == 0 ? 0 : ends[count - 1];
  }

  long space(int ring) {
    return spaces[ring];
  }

  /** Major version of the block. */
  int era(int ring) {
    return eras[ring] & 0xff;
  }

  /** Number of the transaction: ascends with the rings. */
  int transaction(int ring) {
    return transactions[ring];
  }

  int size(int ring) {
    return ends[ring] - begin(ring);
  }

  /** How many distinct members it has. */
  int distinct(int ring) {
    int distinct = 0;
    for (int slot = begin(ring); slot < ends[ring]; slot++) {
      distinct += slot(ring, members[slot]) == slot ? 1 : 0;
    }
    return distinct;
  }

  /**
   * The number of a member among the members of all rings, or -1 where the ring does not hold that
   * output. A member that stands in the ring twice has one: that of its first position.
   */
  int slot(int ring, long amountIndex) {
    for (int slot = begin(ring); slot < ends[ring]; slot++) {
      if (members[slot] == amountIndex) {
        return slot;
      }
    }
    return -1;
  }

  /** The {@link #slot} of the true spend. */
  int trueSlot(int ring) {
    return trueMembers[ring];
  }

  /** The amount index of the member with this number. */
  int amountIndex(int slot) {
    return members[slot];
  }

  private int begin(int ring) {
    return ring == 0 ? 0 : ends[ring - 1];
  }
}
