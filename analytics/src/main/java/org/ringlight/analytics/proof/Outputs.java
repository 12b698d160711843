package org.ringlight.analytics.proof;

import java.util.Arrays;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/**
 * Outputs by their names, and which of them have one key: a key is a number that all outputs with
 * the same one-time public key share. About 75 bytes an output.
 */
final class Outputs {

  static final int NONE = -1;

  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final Names keyNames;
  private long[] spaces = new long[16];
  private long[] indexes = new long[16];
  private int[] heights = new int[16];
  private int[] keys = new int[16];
  private int[] table = empty(64);
  private int count;

  /**
   * @param keyNames numbers the keys; may be shared, so that outputs of several chains compare
   */
  Outputs(Names keyNames) {
    this.keyNames = keyNames;
  }

  private static int[] empty(int size) {
    int[] table = new int[size];
    Arrays.fill(table, NONE);
    return table;
  }

  int count() {
    return count;
  }

  /** An output more; where its name is known already, nothing is added and false returned. */
  boolean add(long space, long index, long height, byte[] source, int at) {
    int slot = slot(space, index);
    if (table[slot] != NONE) {
      return false;
    }
    if (count == keys.length) {
      int size = Math.addExact(count, count >> 1);
      spaces = Arrays.copyOf(spaces, size);
      indexes = Arrays.copyOf(indexes, size);
      heights = Arrays.copyOf(heights, size);
      keys = Arrays.copyOf(keys, size);
    }
    spaces[count] = space;
    indexes[count] = index;
    heights[count] = Math.toIntExact(height);
    keys[count] = keyNames.add(source, at);
    table[slot] = count++;
    if (count > table.length / 2) {
      grow();
    }
    return true;
  }

  /** The number of an output, or {@link #NONE}. */
  int find(long space, long index) {
    return table[slot(space, index)];
  }

  private int slot(long space, long index) {
    int slot = start(space, index);
    while (table[slot] != NONE
        && !(indexes[table[slot]] == index && spaces[table[slot]] == space)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private int start(long space, long index) {
    long mixed = (((space * SPREAD) >>> 7) + index) * SPREAD;
    return (int) (mixed >>> 32) & (table.length - 1);
  }

  private void grow() {
    table = empty(Math.multiplyExact(2, table.length));
    for (int number = 0; number < count; number++) {
      table[slot(spaces[number], indexes[number])] = number;
    }
  }

  long space(int output) {
    return spaces[output];
  }

  long index(int output) {
    return indexes[output];
  }

  OutputName name(int output) {
    return new OutputName(spaces[output], indexes[output]);
  }

  /** The block that made it. */
  int height(int output) {
    return heights[output];
  }

  /** The number of its key. */
  int key(int output) {
    return keys[output];
  }

  PublicKey publicKey(int output) {
    return publicKeyOf(keys[output]);
  }

  /** A key by its number. */
  PublicKey publicKeyOf(int key) {
    return PublicKey.of(keyNames.bytes(key));
  }

  /** How many keys there are, of whichever outputs. */
  int keyCount() {
    return keyNames.count();
  }
}
