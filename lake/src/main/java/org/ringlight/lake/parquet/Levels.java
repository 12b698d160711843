package org.ringlight.lake.parquet;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The repetition or definition levels of a version 1 page, one a value. They are stored as runs of
 * one level and as groups of eight levels in as few bits as the largest needs (Parquet's format,
 * Encodings.md, "Run Length Encoding / Bit-Packing Hybrid").
 */
final class Levels {

  private static final int GROUP = 8;

  private byte[] levels = new byte[0];

  /**
   * Takes {@code count} levels from {@code page}.
   *
   * @param largest the largest level there can be, 1 to 127
   */
  void read(ByteBuffer page, int largest, int count) {
    if (levels.length < count + GROUP) {
      levels = new byte[count + GROUP]; // the last group may be filled up
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(largest);
    int end = page.getInt();
    end += page.position();
    int at = 0;
    while (at < count) {
      int header = unsigned(page);
      int run = header >>> 1;
      if ((header & 1) == 0) {
        int to = Math.min(count, at + run);
        Arrays.fill(levels, at, to, page.get());
        at = to;
      } else {
        for (int group = 0; group < run && at < count; group++, at += GROUP) {
          unpack(page, bits, at);
        }
      }
    }
    page.position(end);
  }

  private void unpack(ByteBuffer page, int bits, int at) {
    long packed = 0;
    for (int i = 0; i < bits; i++) {
      packed |= (page.get() & 0xffL) << (Byte.SIZE * i);
    }
    int mask = (1 << bits) - 1;
    for (int i = 0; i < GROUP; i++) {
      levels[at + i] = (byte) (packed & mask);
      packed >>>= bits;
    }
  }

  private static int unsigned(ByteBuffer page) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = page.get();
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  int at(int value) {
    return levels[value];
  }

  /** How many of the first {@code count} are {@code level}. */
  int countOf(int level, int count) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      found += levels[i] == level ? 1 : 0;
    }
    return found;
  }
}
