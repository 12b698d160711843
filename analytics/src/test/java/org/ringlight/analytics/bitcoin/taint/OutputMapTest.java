package org.ringlight.analytics.bitcoin.taint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutputMapTest {

  @Test
  void saysWhatATreeMapSaysAfterAnyPutsAndRemovals() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      int spread = 1 << (4 + seed % 12);
      OutputMap<Long> map = new OutputMap<>();
      TreeMap<Long, Long> expected = new TreeMap<>();
      for (int step = 0; step < 4_000; step++) {
        long key = random.nextInt(spread) * (seed % 3 == 0 ? 1L : 1L << 33);
        if (random.nextBoolean()) {
          map.put(key, (long) step);
          expected.put(key, (long) step);
        } else {
          assertThat(map.remove(key)).isEqualTo(expected.remove(key));
        }
        assertThat(map.get(key)).isEqualTo(expected.get(key));
      }
      assertThat(map.size()).isEqualTo(expected.size());
      assertThat(map.outputs())
          .containsExactly(expected.keySet().stream().mapToLong(Long::longValue).toArray());
    }
  }

  @Test
  void holdsNothingForWhatIsUnknown() {
    assertThat(new OutputMap<String>().get(-1)).isNull();
  }
}
