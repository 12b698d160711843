package org.ringlight.indexer.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedPagesTest {

  @TempDir Path folder;

  private record Key(long low, long high) {}

  private record Value(long first, long second) {}

  @Test
  void holdsWhatAMapHoldsAndIsOpenedAgainAsItWas() {
    Random random = new Random(5);
    Map<Key, Value> expected = new HashMap<>();
    List<Key> keys = new ArrayList<>();
    KeyedPages.Extent extent;
    try (KeyedPages map = new KeyedPages(folder, "a", 2)) {
      map.clear();
      for (int i = 0; i < 200_000; i++) {
        if (!keys.isEmpty() && random.nextInt(3) == 0) {
          Key gone = keys.get(random.nextInt(keys.size()));
          assertThat(map.remove(gone.low(), gone.high())).isEqualTo(expected.remove(gone) != null);
        } else {
          Key key = new Key(random.nextLong(), random.nextLong());
          Value value = new Value(random.nextLong(), random.nextLong());
          keys.add(key);
          expected.put(key, value);
          map.put(key.low(), key.high(), value.first(), value.second());
        }
      }
      requireSame(map, keys, expected);
      map.force();
      extent = map.extent();
    }
    try (KeyedPages again = new KeyedPages(folder, "a", 2)) {
      assertThat(again.resume(extent)).isTrue();
      requireSame(again, keys, expected);
      again.clear();
      assertThat(again.size()).isZero();
      assertThat(again.find(keys.get(0).low(), keys.get(0).high())).isEqualTo(KeyedPages.NOWHERE);
    }
  }

  private static void requireSame(KeyedPages map, List<Key> keys, Map<Key, Value> expected) {
    assertThat(map.size()).isEqualTo(expected.size());
    for (Key key : keys) {
      long place = map.find(key.low(), key.high());
      Value value =
          place == KeyedPages.NOWHERE ? null : new Value(map.value(place, 0), map.value(place, 1));
      assertThat(value).isEqualTo(expected.get(key));
    }
  }

  @Test
  void changesThatWaitAreFoundBeforeAndAfterTheyAreMade() {
    Random random = new Random(6);
    Map<Key, Value> expected = new HashMap<>();
    PendingEntries pending = new PendingEntries();
    List<Key> keys = new ArrayList<>();
    try (KeyedPages map = new KeyedPages(folder, "b", 2)) {
      map.clear();
      for (int i = 0; i < 50_000; i++) {
        Key key =
            random.nextInt(3) == 0 && !keys.isEmpty()
                ? keys.get(random.nextInt(keys.size()))
                : new Key(random.nextLong(), random.nextLong());
        keys.add(key);
        if (random.nextInt(4) == 0) {
          pending.remove(key.low(), key.high());
          expected.remove(key);
        } else {
          Value value = new Value(random.nextLong(), random.nextLong());
          pending.put(key.low(), key.high(), value.first(), value.second());
          expected.put(key, value);
        }
        if (i % 9_999 == 0) {
          pending.apply(map);
        }
      }
      for (Key key : keys) {
        int slot = pending.find(key.low(), key.high());
        if (slot != PendingEntries.UNCHANGED) {
          assertThat(pending.isRemoved(slot)).isEqualTo(!expected.containsKey(key));
        }
      }
      pending.apply(map);
      requireSame(map, keys, expected);
    }
  }
}
