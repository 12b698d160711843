package org.ringlight.analytics.official;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which outputs are marked, by which rule first and on what footing: one byte each, by slot. Not
 * thread-safe.
 */
final class SlotMarks {

  private static final int MISCOUNTED = 8;
  private static final int CODE = MISCOUNTED - 1;

  // the rule's code, 0 where there is no mark, and one bit more where it rests on a wrong count
  private byte[] rules = new byte[16];
  private int size;

  /** Appends an output without a mark, and returns its slot. */
  int append() {
    if (size == rules.length) {
      rules = Arrays.copyOf(rules, Math.addExact(size, (size >> 1) + 16));
    }
    return size++;
  }

  int size() {
    return size;
  }

  boolean isMarked(int slot) {
    return rules[slot] != 0;
  }

  /** The rule that marked it first, or null where none did. */
  @Nullable OfficialRule rule(int slot) {
    return rules[slot] == 0 ? null : OfficialRule.ofCode(rules[slot] & CODE);
  }

  /** Whether it is marked on a footing that is not sound. */
  boolean isMiscounted(int slot) {
    return (rules[slot] & MISCOUNTED) != 0;
  }

  void mark(int slot, OfficialRule rule, Footing footing) {
    if (rules[slot] == 0) {
      rules[slot] = (byte) (rule.code() | (footing == Footing.MISCOUNTED ? MISCOUNTED : 0));
    }
  }
}
