package org.ringlight.analytics.bitcoin.taint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Something by the number of an output: open addressing with linear probing, for what libraries of
 * primitive collections do in megabytes. 8 bytes a number and 4 or 8 a reference, at a load of a
 * quarter to a half. Not for several threads.
 *
 * @param <V> what is held
 */
public final class OutputMap<V> {

  private static final int LEAST = 16;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[LEAST];
  private @Nullable Object[] values = new Object[LEAST];
  private int size;

  /** Number of outputs in it. */
  public int size() {
    return size;
  }

  /** What is held for {@code output}, or null. */
  @SuppressWarnings("unchecked") // only put() writes
  public @Nullable V get(long output) {
    int slot = home(output);
    while (values[slot] != null) {
      if (keys[slot] == output) {
        return (V) values[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return null;
  }

  /** Holds {@code value}, in place of what was held for {@code output}. */
  public void put(long output, V value) {
    if (2 * (size + 1) > keys.length) {
      grow();
    }
    int slot = home(output);
    while (values[slot] != null && keys[slot] != output) {
      slot = (slot + 1) & (keys.length - 1);
    }
    if (values[slot] == null) {
      size++;
    }
    keys[slot] = output;
    values[slot] = value;
  }

  /** Takes out what is held for {@code output}, or says null. */
  @SuppressWarnings("unchecked") // only put() writes
  public @Nullable V remove(long output) {
    int slot = home(output);
    while (values[slot] != null) {
      if (keys[slot] == output) {
        V value = (V) values[slot];
        close(slot);
        size--;
        return value;
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return null;
  }

  /** The outputs in it, ascending. */
  public long[] outputs() {
    long[] all = new long[size];
    int count = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (values[slot] != null) {
        all[count++] = keys[slot];
      }
    }
    Arrays.sort(all);
    return all;
  }

  /** Moves those behind a freed slot that would not be found any more. */
  private void close(int free) {
    int mask = keys.length - 1;
    int hole = free;
    for (int slot = (free + 1) & mask; values[slot] != null; slot = (slot + 1) & mask) {
      int wanted = home(keys[slot]);
      // how far the entry lies from where it belongs, and how far the hole does
      if (((slot - wanted) & mask) >= ((slot - hole) & mask)) {
        keys[hole] = keys[slot];
        values[hole] = values[slot];
        hole = slot;
      }
    }
    values[hole] = null;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    if (oldKeys.length == 1 << 30) {
      throw new IllegalStateException("more than 2^29 outputs in one map");
    }
    keys = new long[2 * oldKeys.length];
    values = new Object[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = home(oldKeys[i]);
        while (values[slot] != null) {
          slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /** Numbers are dense and ascending: multiplied by 2^64 over the golden ratio they spread. */
  private int home(long output) {
    return (int) ((output * GOLDEN) >>> (1 + Integer.numberOfLeadingZeros(keys.length)))
        & (keys.length - 1);
  }
}
