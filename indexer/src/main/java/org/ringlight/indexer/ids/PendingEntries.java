package org.ringlight.indexer.ids;

import java.util.Arrays;

/**
 * Changes to a {@link KeyedPages} that its files do not hold yet, in memory: entries put and
 * entries removed since the last commit. An open table of a power of two, at most half full.
 */
final class PendingEntries {

  /** What {@link #find} answers for a key that did not change. */
  static final int UNCHANGED = -1;

  private static final int WORDS = 4;
  private static final int FIRST_CAPACITY = 1 << 10;
  private static final byte EMPTY = 0;
  private static final byte PUT = 1;
  private static final byte REMOVED = 2;

  private long[] words = new long[WORDS * FIRST_CAPACITY];
  private byte[] states = new byte[FIRST_CAPACITY];
  private int used;

  /** The slot of a key that changed. */
  int find(long low, long high) {
    int slot = slot(low, high);
    return states[slot] == EMPTY ? UNCHANGED : slot;
  }

  private int slot(long low, long high) {
    int mask = states.length - 1;
    int slot = (int) (low >>> Integer.SIZE) & mask;
    while (states[slot] != EMPTY
        && (words[WORDS * slot] != low || words[WORDS * slot + 1] != high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Whether the entry at {@code slot} was removed. */
  boolean isRemoved(int slot) {
    return states[slot] == REMOVED;
  }

  /** A word of the value at {@code slot}. */
  long value(int slot, int word) {
    return words[WORDS * slot + 2 + word];
  }

  void put(long low, long high, long first, long second) {
    int slot = claim(low, high, PUT);
    words[WORDS * slot + 2] = first;
    words[WORDS * slot + 3] = second;
  }

  void remove(long low, long high) {
    claim(low, high, REMOVED);
  }

  private int claim(long low, long high, byte state) {
    if (2 * used >= states.length) {
      grow();
    }
    int slot = slot(low, high);
    if (states[slot] == EMPTY) {
      used++;
      words[WORDS * slot] = low;
      words[WORDS * slot + 1] = high;
    }
    states[slot] = state;
    return slot;
  }

  private void grow() {
    long[] oldWords = words;
    byte[] oldStates = states;
    words = new long[2 * oldWords.length];
    states = new byte[2 * oldStates.length];
    for (int old = 0; old < oldStates.length; old++) {
      if (oldStates[old] != EMPTY) {
        int slot = slot(oldWords[WORDS * old], oldWords[WORDS * old + 1]);
        System.arraycopy(oldWords, WORDS * old, words, WORDS * slot, WORDS);
        states[slot] = oldStates[old];
      }
    }
  }

  /** Makes these changes in {@code map} and forgets them. */
  void apply(KeyedPages map) {
    for (int slot = 0; slot < states.length; slot++) {
      long low = words[WORDS * slot];
      long high = words[WORDS * slot + 1];
      if (states[slot] == PUT) {
        map.put(low, high, words[WORDS * slot + 2], words[WORDS * slot + 3]);
      } else if (states[slot] == REMOVED) {
        map.remove(low, high);
      }
    }
    clear();
  }

  /** Forgets all changes. */
  void clear() {
    Arrays.fill(states, EMPTY);
    used = 0;
  }
}
