package org.ringlight.indexer.verify;

import java.util.Iterator;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.RingRow;

/**
 * The sum of a set of memberships: equal sets have equal sums whatever order they come in, and two
 * that differ have equal ones once in 2^128.
 */
final class MembershipSum {

  private long count;
  private long first;
  private long second;

  /** Adds what rings hold. */
  void add(RingRow ring) {
    long[] members = ring.memberIds();
    for (int position = 0; members != null && position < members.length; position++) {
      if (members[position] != RingRow.NO_ID) {
        add(members[position], ring.ringId(), position);
      }
    }
  }

  /** Adds what the forward index holds. */
  void add(Iterator<MembershipRow> rows) {
    while (rows.hasNext()) {
      MembershipRow row = rows.next();
      add(row.outputId(), row.ringId(), row.position());
    }
  }

  private void add(long output, long ring, int position) {
    long mixed = mix(mix(mix(output) ^ ring) ^ position);
    count++;
    first += mixed;
    second += mix(mixed ^ 0x9e3779b97f4a7c15L);
  }

  /**
   * SplitMix64's finalizer (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators).
   */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  long count() {
    return count;
  }

  boolean same(MembershipSum other) {
    return count == other.count && first == other.first && second == other.second;
  }
}
