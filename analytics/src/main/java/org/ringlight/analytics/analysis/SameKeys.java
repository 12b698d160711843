package org.ringlight.analytics.analysis;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.protocol.PublicKey;

/**
 * Which outputs have one key. Found by a print of 64 bits of each, sorted; where two prints are
 * equal, the keys themselves are compared. 16 bytes an output while it looks, next to nothing
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
    long[] prints = new long[count];
    int[] next = {0};
    for (OutputSource source : sources) {
      source.eachKey((keys, at) -> prints[next[0]++] = print(keys, at));
    }
    Arrays.parallelSort(prints);
    int repeated = 0;
    for (int i = 1; i < count; i++) {
      if (prints[i] == prints[i - 1] && (repeated == 0 || prints[repeated - 1] != prints[i])) {
        prints[repeated++] = prints[i];
      }
    }
    SameKeys found = new SameKeys();
    if (repeated > 0) {
      found.compare(sources, Arrays.copyOf(prints, repeated));
    }
    return found;
  }

  private static long print(byte[] keys, int at) {
    return (long) LONGS.get(keys, at) ^ Long.rotateLeft((long) LONGS.get(keys, at + 16), 32);
  }

  private void compare(List<? extends OutputSource> sources, long[] repeated) {
    Map<PublicKey, Integer> seen = new HashMap<>();
    int[] next = {0};
    for (OutputSource source : sources) {
      source.eachKey(
          (keys, at) -> {
            int number = next[0]++;
            if (Arrays.binarySearch(repeated, print(keys, at)) >= 0) {
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
