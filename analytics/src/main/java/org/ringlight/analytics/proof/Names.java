package org.ringlight.analytics.proof;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringlight.protocol.Bytes32;

/** Values of 32 bytes, numbered from 0 as they come, each once. About 45 bytes a value. */
final class Names {

  static final int NONE = -1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LENGTH = Bytes32.LENGTH;
  private static final int PER_CHUNK = 1 << 14;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final List<byte[]> chunks = new ArrayList<>();
  private int[] table = empty(1 << 10);
  private int count;

  private static int[] empty(int size) {
    int[] table = new int[size];
    Arrays.fill(table, NONE);
    return table;
  }

  int count() {
    return count;
  }

  /** The number of a value, new or not. */
  int add(byte[] source, int at) {
    int slot = slot(source, at);
    if (table[slot] != NONE) {
      return table[slot];
    }
    if (count % PER_CHUNK == 0) {
      chunks.add(new byte[LENGTH * PER_CHUNK]);
    }
    System.arraycopy(source, at, chunks.get(count / PER_CHUNK), place(count), LENGTH);
    table[slot] = count++;
    if (count > table.length / 2) {
      grow();
    }
    return count - 1;
  }

  /** The number of a value, or {@link #NONE}. */
  int find(byte[] source, int at) {
    return table[slot(source, at)];
  }

  /** The number of a value, or {@link #NONE}. */
  int find(Bytes32 value) {
    return find(value.toBytes(), 0);
  }

  /** A copy of a value. */
  byte[] bytes(int number) {
    int place = place(number);
    return Arrays.copyOfRange(chunks.get(number / PER_CHUNK), place, place + LENGTH);
  }

  private static int place(int number) {
    return LENGTH * (number % PER_CHUNK);
  }

  private int slot(byte[] source, int at) {
    int slot = start(source, at);
    while (table[slot] != NONE && !holds(table[slot], source, at)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private int start(byte[] source, int at) {
    long mixed = ((long) LONGS.get(source, at) ^ (long) LONGS.get(source, at + 16)) * SPREAD;
    return (int) (mixed >>> 32) & (table.length - 1);
  }

  private boolean holds(int number, byte[] source, int at) {
    int place = place(number);
    return Arrays.equals(
        chunks.get(number / PER_CHUNK), place, place + LENGTH, source, at, at + LENGTH);
  }

  private void grow() {
    table = empty(Math.multiplyExact(2, table.length));
    for (int number = 0; number < count; number++) {
      int slot = start(chunks.get(number / PER_CHUNK), place(number));
      while (table[slot] != NONE) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = number;
    }
  }
}
