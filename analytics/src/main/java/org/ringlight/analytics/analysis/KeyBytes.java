package org.ringlight.analytics.analysis;

import java.util.BitSet;
import org.ringlight.protocol.PublicKey;

/** The one-time keys of some outputs, by number: 32 bytes each, and a bit for every other output. */
final class KeyBytes {

  private static final int SHIFT = 16;
  private static final int MASK = (1 << SHIFT) - 1;

  private final long[] wanted;
  private final int[] before;
  private final byte[][] chunks;

  private KeyBytes(BitSet numbers) {
    wanted = numbers.toLongArray();
    before = new int[wanted.length + 1];
    for (int i = 0; i < wanted.length; i++) {
      before[i + 1] = before[i] + Long.bitCount(wanted[i]);
    }
    int count = before[wanted.length];
    chunks = new byte[(count >>> SHIFT) + 1][];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = new byte[Math.min(MASK + 1, count - (i << SHIFT)) * PublicKey.LENGTH];
    }
  }

  /** Reads those of {@code numbers}. */
  static KeyBytes read(Iterable<? extends OutputSource> sources, BitSet numbers) {
    KeyBytes read = new KeyBytes(numbers);
    int[] next = {0};
    for (OutputSource source : sources) {
      source.eachKey(
          (keys, at) -> {
            int number = next[0]++;
            if (numbers.get(number)) {
              int place = read.place(number);
              System.arraycopy(
                  keys,
                  at,
                  read.chunks[place >>> SHIFT],
                  (place & MASK) * PublicKey.LENGTH,
                  PublicKey.LENGTH);
            }
          });
    }
    return read;
  }

  private int place(int number) {
    int word = number >>> 6;
    return before[word] + Long.bitCount(wanted[word] & ((1L << number) - 1));
  }

  /** The key of one of those that were read. */
  PublicKey of(int number) {
    int place = place(number);
    return PublicKey.at(chunks[place >>> SHIFT], (place & MASK) * PublicKey.LENGTH);
  }
}
