package org.ringlight.analytics.analysis;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringlight.protocol.PublicKey;

/**
 * Which outputs have one key. Found by a print of 64 bits of each, in a table; where two prints are
 * equal, the keys themselves are compared. 11 to 21 bytes an output while it looks, next to nothing
 * afterwards.
 */
final class SameKeys {

  /** No output. */
  static final int NONE = -1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final BitSet repeats = new BitSet();
  private final Map<Integer, Integer> first = new HashMap<>();
  private final Map<Integer, Integer> second = new HashMap<>();

  private SameKeys() {}

  /** Looks through all sources, which are numbered one after the other from 0. */
  static SameKeys among(List<? extends OutputSource> sources) {
    int count = sources.stream().mapToInt(OutputSource::count).reduce(0, Math::addExact);
    Prints prints = new Prints(count);
    Set<Long> repeated = new HashSet<>();
    for (OutputSource source : sources) {
      source.eachKey(
          (keys, at) -> {
            long print = print(keys, at);
            if (!prints.add(print)) {
              repeated.add(print);
            }
          });
    }
    SameKeys found = new SameKeys();
    if (!repeated.isEmpty()) {
      found.compare(sources, repeated);
    }
    return found;
  }

  /** A set of prints, by open addressing: at most three quarters full. */
  private static final class Prints {

    private static final int MOST = 3 << 28;

    private final long[] table;

    Prints(int count) {
      if (count > MOST) {
        throw new IllegalArgumentException("no table holds the prints of " + count + " outputs");
      }
      int bits = Integer.SIZE - Integer.numberOfLeadingZeros(count + count / 3 + 1);
      table = new long[1 << Math.min(bits, Integer.SIZE - 2)];
    }

    /** Whether it is new. That of nothing but zeros is taken for another. */
    boolean add(long print) {
      long stored = print == 0 ? 1 : print;
      int mask = table.length - 1;
      int place = (int) ((stored * 0x9e3779b97f4a7c15L) >>> Integer.SIZE) & mask;
      while (table[place] != 0) {
        if (table[place] == stored) {
          return false;
        }
        place = (place + 1) & mask;
      }
      table[place] = stored;
      return true;
    }
  }

  private static long print(byte[] keys, int at) {
    return (long) LONGS.get(keys, at) ^ Long.rotateLeft((long) LONGS.get(keys, at + 16), 32);
  }

  private void compare(List<? extends OutputSource> sources, Set<Long> repeated) {
    Map<PublicKey, Integer> seen = new HashMap<>();
    int[] next = {0};
    for (OutputSource source : sources) {
      source.eachKey(
          (keys, at) -> {
            int number = next[0]++;
            if (repeated.contains(print(keys, at))) {
              Integer before = seen.putIfAbsent(PublicKey.at(keys, at), number);
              if (before != null) {
                repeats.set(number);
                second.putIfAbsent(before, number);
                first.put(number, before);
              }
            }
          });
    }
  }

  /** The first output with the key of output {@code number}: the number of the key. */
  int key(int number) {
    return repeats.get(number) ? first.getOrDefault(number, number) : number;
  }

  /** The second output that has the key, or {@link #NONE}. */
  int second(int key) {
    return second.getOrDefault(key, NONE);
  }

  /** The outputs whose key an earlier one has. */
  BitSet repeats() {
    return repeats;
  }
}
