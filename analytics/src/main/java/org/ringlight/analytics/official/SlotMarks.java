package org.ringlight.analytics.official;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which outputs are marked, and by which rule first: one byte each, by slot. Not thread-safe. */
final class SlotMarks {

  // the rule's code, 0 where there is no mark
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
    return rules[slot] == 0 ? null : OfficialRule.ofCode(rules[slot]);
  }

  void mark(int slot, OfficialRule rule) {
    if (rules[slot] == 0) {
      rules[slot] = (byte) rule.code();
    }
  }
}
