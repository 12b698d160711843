package org.ringlight.indexer.ids;

import java.util.Arrays;

/**
 * Changes to a {@link KeyedPages} that its files do not hold yet, in memory: entries put and
 * entries removed since the last commit. An open table of a power of two, at most half full, in the
 * order of the bits by which pages are chosen: so {@link #apply} comes to each page once.
 *
 * <p>An entry is two words of key and two of value, next to each other. No key is all zeros, which
 * is a place where nothing is.
 */
final class PendingEntries {

  /** What {@link #find} answers for a key that did not change. */
  static final int UNCHANGED = -1;

  private static final int WORDS = 4;
  private static final int FIRST_BITS = 10;

  /** In place of a value's first word: no value has it. */
  private static final long REMOVED = -1;

  private int bits = FIRST_BITS;
  private long[] words = new long[WORDS << FIRST_BITS];
  private int used;

  /** The slot of a key that changed. */
  int find(long low, long high) {
    int slot = slot(low, high);
    return isEmpty(slot) ? UNCHANGED : slot;
  }

  private int first(long low) {
    return (int) (Long.reverse(low) >>> (Long.SIZE - bits));
  }

  private int slot(long low, long high) {
    int slot = first(low);
    while ((words[WORDS * slot] != low || words[WORDS * slot + 1] != high) && !isEmpty(slot)) {
      slot = (slot + 1) & ((1 << bits) - 1);
    }
    return slot;
  }

  private boolean isEmpty(int slot) {
    return (words[WORDS * slot] | words[WORDS * slot + 1]) == 0;
  }

  /** Reads where a key will be looked for; the answer means nothing. */
  long touch(long low) {
    return words[WORDS * first(low)];
  }

  /** Whether the entry at {@code slot} was removed. */
  boolean isRemoved(int slot) {
    return words[WORDS * slot + 2] == REMOVED;
  }

  /** A word of the value at {@code slot}. */
  long value(int slot, int word) {
    return words[WORDS * slot + 2 + word];
  }

  void put(long low, long high, long first, long second) {
    if (first == REMOVED) {
      throw new IllegalArgumentException("a value's first word may not be " + first);
    }
    claim(low, high, first, second);
  }

  void remove(long low, long high) {
    claim(low, high, REMOVED, 0);
  }

  private void claim(long low, long high, long first, long second) {
    if (2 * used >= 1 << bits) {
      grow();
    }
    int slot = slot(low, high);
    if (isEmpty(slot)) {
      used++;
      words[WORDS * slot] = low;
      words[WORDS * slot + 1] = high;
    }
    words[WORDS * slot + 2] = first;
    words[WORDS * slot + 3] = second;
  }

  private void grow() {
    long[] old = words;
    words = new long[2 * old.length];
    bits++;
    for (int at = 0; at < old.length; at += WORDS) {
      if ((old[at] | old[at + 1]) != 0) {
        System.arraycopy(old, at, words, WORDS * slot(old[at], old[at + 1]), WORDS);
      }
    }
  }

  /** Makes these changes in {@code map} and forgets them. */
  void apply(KeyedPages map) {
    for (int at = 0; at < words.length; at += WORDS) {
      long low = words[at];
      long high = words[at + 1];
      if (words[at + 2] == REMOVED) {
        map.remove(low, high);
      } else if ((low | high) != 0) {
        map.put(low, high, words[at + 2], words[at + 3]);
      }
    }
    clear();
  }

  /** Forgets all changes. */
  void clear() {
    Arrays.fill(words, 0);
    used = 0;
  }
}
