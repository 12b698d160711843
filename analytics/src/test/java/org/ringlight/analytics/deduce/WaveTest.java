package org.ringlight.analytics.deduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.analytics.graph.RingGraph;
import org.ringlight.analytics.graph.Spaces;
import org.ringlight.analytics.heuristic.Cascade;
import org.ringlight.analytics.heuristic.ZeroMixin;

/** Rings resolved many at a time, beside the same one by one. */
class WaveTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sameSetsInTheSameOrderAsOneByOne(long seed) {
    RingGraph graph = SyntheticGraph.ofEras(seed, 200_000);
    Deductions together = new Deductions(graph, true);
    new Cascade().deduce(together);
    Deductions single = oneByOne(graph);
    new Cascade().deduce(single);
    assertThat(together.sets()).isEqualTo(single.sets()).isGreaterThan(10_000);
    int deep = 0;
    for (int set = 0; set < together.sets(); set++) {
      assertThat(together.ring(set, 0)).isEqualTo(single.ring(set, 0));
      assertThat(together.keysOf(set)).isEqualTo(single.keysOf(set));
      assertThat(together.rule(set)).isEqualTo(single.rule(set));
      assertThat(together.height(set)).isEqualTo(single.height(set));
      assertThat(together.depth(set)).isEqualTo(single.depth(set));
      deep = Math.max(deep, together.depth(set));
    }
    assertThat(deep).isGreaterThan(2);
    for (int ring = 0; ring < graph.rings(); ring++) {
      assertThat(together.left(ring)).isEqualTo(single.left(ring));
    }
  }

  @Test
  void twoRingsOfOneWaveCannotSpendOneKey() {
    RingGraph graph = graph(new int[] {4}, new int[] {2}, new int[] {4});
    for (Deductions known : new Deductions[] {new Deductions(graph, true), oneByOne(graph)}) {
      assertThatThrownBy(() -> new ZeroMixin().deduce(known))
          .isInstanceOfSatisfying(
              Contradiction.class, e -> assertThat(e.rings()).containsExactly(2));
    }
  }

  @Test
  void ringThatLosesAllItsKeysInOneWaveIsNamed() {
    RingGraph graph = graph(new int[] {4}, new int[] {2}, new int[] {2, 4});
    for (Deductions known : new Deductions[] {new Deductions(graph, true), oneByOne(graph)}) {
      assertThatThrownBy(() -> new ZeroMixin().deduce(known))
          .isInstanceOfSatisfying(
              Contradiction.class, e -> assertThat(e.rings()).containsExactly(2));
    }
  }

  /** Where any fact is known, rings are resolved one after the other. */
  private static Deductions oneByOne(RingGraph graph) {
    Deductions known = new Deductions(graph, true);
    known.learn(new Fact(Fact.Source.SAID, "a fact that is of no ring", null));
    return known;
  }

  private static RingGraph graph(int[]... rings) {
    RingGraph.Builder builder = new RingGraph.Builder(rings.length);
    for (int[] keys : rings) {
      builder.ring(1, Spaces.NONE, keys, keys.length);
    }
    return builder.build(5, Spaces.EMPTY);
  }
}
