package org.ringlight.truth.evaluate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.ringlight.protocol.KeyImage;

/**
 * Numbers key images from 0 in the order they are added, 40 to 48 bytes for each: their 32 bytes
 * and an open-addressing table that is at most half full.
 */
final class KeyImageMap {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SHIFT = 15;
  private static final int CHUNK = 1 << SHIFT;

  private byte[][] chunks = new byte[0][];
  private int[] table = new int[1 << 10];
  private int count;
  private final byte[] asked = new byte[KeyImage.LENGTH];

  int count() {
    return count;
  }

  /** The number of the key image, or -1. */
  int find(KeyImage keyImage) {
    return table[slot(keyImage)] - 1;
  }

  /** Adds a key image, which gets the next number; false where it is there already. */
  boolean add(KeyImage keyImage) {
    int slot = slot(keyImage);
    if (table[slot] != 0) {
      return false;
    }
    int chunk = count >> SHIFT;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk + 1);
      chunks[chunk] = new byte[CHUNK * KeyImage.LENGTH];
    }
    keyImage.copyTo(chunks[chunk], offset(count));
    table[slot] = ++count;
    if (2L * count > table.length) {
      grow();
    }
    return true;
  }

  /** Where it is, or the free slot where it would be. */
  private int slot(KeyImage keyImage) {
    keyImage.copyTo(asked, 0);
    int slot = hash(asked, 0) & (table.length - 1);
    while (table[slot] != 0 && !isAt(table[slot] - 1)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private boolean isAt(int number) {
    int offset = offset(number);
    return Arrays.equals(
        chunks[number >> SHIFT], offset, offset + KeyImage.LENGTH, asked, 0, KeyImage.LENGTH);
  }

  private static int offset(int number) {
    return (number & (CHUNK - 1)) * KeyImage.LENGTH;
  }

  private void grow() {
    table = new int[Math.multiplyExact(2, table.length)];
    for (int number = 0; number < count; number++) {
      int slot = hash(chunks[number >> SHIFT], offset(number)) & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = number + 1;
    }
  }

  /** Of all bytes, well mixed: a file that somebody crafted may have key images much alike. */
  private static int hash(byte[] bytes, int offset) {
    long hash = 0;
    for (int word = offset; word < offset + KeyImage.LENGTH; word += Long.BYTES) {
      hash = (hash ^ (long) LONGS.get(bytes, word)) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    return (int) ((hash * 0xbf58476d1ce4e5b9L) >>> 32);
  }
}
