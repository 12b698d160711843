package org.ringlight.analytics.deduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.graph.RingGraph;
import org.ringlight.analytics.graph.Spaces;
import org.ringlight.analytics.heuristic.Cascade;
import org.ringlight.analytics.heuristic.ClosedSets;
import org.ringlight.analytics.heuristic.Deduction;
import org.ringlight.analytics.heuristic.IdenticalRings;
import org.ringlight.analytics.heuristic.ZeroMixin;

/** What follows from thousands of small graphs, against trying every way to spend. */
class DeductionsTest {

  private static final int GRAPHS = 20_000;

  private static Deductions all(SmallGraph small) {
    return of(small.graph(), new Cascade(), new IdenticalRings(), new Cascade(), new ClosedSets());
  }

  private static Deductions of(RingGraph graph, Deduction... rules) {
    Deductions known = new Deductions(graph, true);
    for (Deduction rule : rules) {
      rule.deduce(known);
    }
    return known;
  }

  @Test
  void closedSetsSayExactlyWhatEveryWayToSpendHasInCommon() {
    for (long seed = 0; seed < GRAPHS; seed++) {
      SmallGraph small = SmallGraph.of(seed);
      Deductions known = all(small);
      boolean[][] possible = small.possible();
      boolean[] spent = small.alwaysSpent();
      for (int ring = 0; ring < small.rings.length; ring++) {
        for (int key : small.rings[ring]) {
          assertThat(known.isPossible(ring, key))
              .as("seed %d, ring %d, key %d", seed, ring, key)
              .isEqualTo(possible[ring][key]);
        }
      }
      for (int key = 0; key < small.keys; key++) {
        assertThat(known.setOfKey(key) != Deductions.FREE)
            .as("seed %d, key %d", seed, key)
            .isEqualTo(spent[key]);
      }
    }
  }

  @Test
  void noRuleSaysMoreThanTheOneAfterIt() {
    for (long seed = 0; seed < GRAPHS; seed++) {
      SmallGraph small = SmallGraph.of(seed);
      Deductions zeroMixin = of(small.graph(), new ZeroMixin());
      Deductions cascade = of(small.graph(), new Cascade());
      Deductions closed = of(small.graph(), new ClosedSets());
      for (int ring = 0; ring < small.rings.length; ring++) {
        if (zeroMixin.setOfRing(ring) != Deductions.FREE) {
          assertThat(cascade.setOfRing(ring)).isNotEqualTo(Deductions.FREE);
        }
        if (cascade.setOfRing(ring) != Deductions.FREE) {
          assertThat(closed.setOfRing(ring)).isNotEqualTo(Deductions.FREE);
          assertThat(closed.size(closed.setOfRing(ring))).isOne();
        }
      }
    }
  }

  /** A set as a line: its rings by their first numbers, its rule, height and depth. */
  private static Set<String> described(Deductions known, int[] order) {
    TreeSet<String> lines = new TreeSet<>();
    for (int set = 0; set < known.sets(); set++) {
      TreeSet<Integer> rings = new TreeSet<>();
      for (int i = 0; i < known.size(set); i++) {
        rings.add(order[known.ring(set, i)]);
      }
      lines.add(rings + " " + known.rule(set) + " " + known.depth(set));
    }
    return lines;
  }

  @Test
  void theOrderOfRingsChangesNothing() {
    SplittableRandom random = new SplittableRandom(1);
    for (long seed = 0; seed < GRAPHS / 4; seed++) {
      SmallGraph small = SmallGraph.of(seed);
      int[] same = IntStream.range(0, small.rings.length).toArray();
      int[] order = same.clone();
      for (int i = order.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
      assertThat(described(all(small.reordered(order)), order))
          .as("seed %d", seed)
          .isEqualTo(described(all(small), same));
    }
  }

  @Test
  void aSetOfAHeightIsOneWhateverComesAfterIt() {
    for (long seed = 0; seed < GRAPHS / 4; seed++) {
      SmallGraph small = SmallGraph.of(seed);
      Deductions whole = all(small);
      for (int count = 0; count < small.rings.length; count++) {
        Deductions part = all(small.first(count));
        assertThat(upTo(part, count)).as("seed %d", seed).isEqualTo(upTo(whole, count));
      }
    }
  }

  private static Set<String> upTo(Deductions known, int height) {
    TreeSet<String> lines = new TreeSet<>();
    for (int set = 0; set < known.sets(); set++) {
      if (known.height(set) < height) {
        List<Integer> rings = new ArrayList<>();
        for (int i = 0; i < known.size(set); i++) {
          rings.add(known.ring(set, i));
        }
        lines.add(rings + " " + known.rule(set) + " " + known.depth(set) + " " + known.height(set));
      }
    }
    return lines;
  }

  @Test
  void anAmountThatIsAllSpentIsTakenApart() {
    for (long seed = 0; seed < GRAPHS / 4; seed++) {
      SmallGraph small = SmallGraph.of(seed);
      int[] space = new int[small.keys];
      RingGraph.Builder builder =
          new RingGraph.Builder(1).keysBefore(new int[] {small.keys, small.keys});
      for (int[] ring : small.rings) {
        builder.ring(1, 0, ring, ring.length);
      }
      RingGraph graph = builder.build(small.keys, Spaces.of(space, 1));
      Deductions counted =
          of(graph, new Cascade(), new org.ringlight.analytics.heuristic.FullCount());
      if (small.keys == small.rings.length) {
        Deductions closed = of(graph, new ClosedSets());
        assertThat(counted.sets()).as("seed %d", seed).isEqualTo(closed.sets());
        assertThat(IntStream.range(0, small.keys).allMatch(key -> counted.setOfKey(key) >= 0))
            .isTrue();
      } else {
        assertThat(counted.sets()).isEqualTo(of(graph, new Cascade()).sets());
      }
    }
  }

  @Test
  void ringsWithFewerKeysThanTheyAreContradictOneAnother() {
    RingGraph.Builder builder = new RingGraph.Builder(3);
    builder.ring(0, Spaces.NONE, new int[] {0, 1}, 2);
    builder.ring(1, Spaces.NONE, new int[] {0, 1}, 2);
    builder.ring(2, Spaces.NONE, new int[] {1, 0, 1}, 3);
    RingGraph graph = builder.build(5, Spaces.EMPTY);
    assertThatThrownBy(() -> of(graph, new ClosedSets()))
        .isInstanceOfSatisfying(
            Contradiction.class, wrong -> assertThat(wrong.rings()).containsExactly(0, 1, 2));
  }

  @Test
  void aFactStrikesMembersOutAndWhatFollowsRestsOnIt() {
    RingGraph.Builder builder = new RingGraph.Builder(2);
    builder.ring(0, Spaces.NONE, new int[] {0, 1}, 2);
    builder.ring(1, Spaces.NONE, new int[] {1, 2}, 2);
    Deductions known = new Deductions(builder.build(3, Spaces.EMPTY), true);
    known.strike(
        0, 0, known.learn(new Fact(Fact.Source.SAID, "it is a decoy, says Ada", "Ada is right")));
    new Cascade().deduce(known);
    assertThat(known.setOfKey(1)).isEqualTo(known.setOfRing(0));
    assertThat(known.rule(known.setOfRing(0))).isEqualTo(Rule.ASSERTED_DECOYS);
    assertThat(known.rule(known.setOfRing(1))).isEqualTo(Rule.CASCADE);
    assertThat(known.assumed(known.setOfRing(1)))
        .extracting(Fact::assumption)
        .containsExactly("Ada is right");
    assertThat(known.isPossible(1, 2)).isTrue();
  }

  @Test
  void aFactThatIsHeardAgainOfARingThatWasGivenBackChangesNothing() {
    RingGraph.Builder builder = new RingGraph.Builder(2);
    builder.ring(0, Spaces.NONE, new int[] {0, 1}, 2);
    builder.ring(1, Spaces.NONE, new int[] {1, 2}, 2);
    Deductions known = new Deductions(builder.build(3, Spaces.EMPTY), true);
    known.restore(new int[] {0}, new int[] {0}, Rule.SAME_KEY_IMAGE, 0, 0);
    known.settle(1);
    known.strike(0, 1, known.learn(new Fact(Fact.Source.OTHER_RING, "another ring", null)));
    assertThat(known.isPossible(0, 0)).isTrue();
    assertThat(known.left(1)).isEqualTo(2);
  }

  /** What somebody says of a graph, true or not. */
  private record Word(int ring, int key, boolean spends) {

    static Word of(SmallGraph small, SplittableRandom random) {
      int ring = random.nextInt(small.rings.length);
      int key = small.rings[ring][random.nextInt(small.rings[ring].length)];
      boolean lie = random.nextInt(4) == 0;
      return new Word(ring, key, (small.truth[ring] == key) != lie);
    }

    SmallGraph left(SmallGraph small) {
      return small.without((one, member) -> one == ring && (member == key) != spends);
    }

    void tell(Deductions known, int number) {
      int fact = known.learn(new Fact(Fact.Source.SAID, "word " + number, "assumption " + number));
      if (spends) {
        known.disclose(ring, key, fact);
      } else {
        known.strike(ring, key, fact);
      }
    }
  }

  @Test
  void whatIsSaidIsTakenInAsIfTheRingsWereSmaller() {
    SplittableRandom random = new SplittableRandom(3);
    int contradictions = 0;
    int refined = 0;
    for (long seed = 0; seed < GRAPHS; seed++) {
      SmallGraph small = SmallGraph.of(seed);
      List<Word> words = new ArrayList<>();
      SmallGraph left = small;
      for (int i = 0; i < random.nextInt(1, 4); i++) {
        words.add(Word.of(small, random));
        left = words.get(i).left(left);
      }
      boolean[][] possible = left.possible();
      Deductions proven = all(small);
      Deductions known = proven.assuming();
      try {
        for (int i = 0; i < words.size(); i++) {
          words.get(i).tell(known, i);
        }
        known.refine();
        new Cascade().deduce(known);
        new ClosedSets().deduce(known);
      } catch (Contradiction e) {
        contradictions++;
        assertThat(isImpossible(possible)).as("seed %d", seed).isTrue();
        continue;
      }
      for (int ring = 0; ring < small.rings.length; ring++) {
        for (int key : small.rings[ring]) {
          assertThat(known.isPossible(ring, key))
              .as("seed %d, ring %d, key %d", seed, ring, key)
              .isEqualTo(possible[ring][key]);
        }
      }
      for (int set = 0; set < known.sets(); set++) {
        assertThat(known.proven(set)).as("seed %d", seed).isEqualTo(set < proven.sets());
      }
      for (int ring = 0; ring < small.rings.length; ring++) {
        int before = proven.setOfRing(ring);
        refined += before >= 0 && before != known.setOfRing(ring) ? 1 : 0;
      }
    }
    assertThat(contradictions).isGreaterThan(GRAPHS / 50);
    assertThat(refined).isGreaterThan(GRAPHS / 50);
  }

  private static boolean isImpossible(boolean[][] possible) {
    for (boolean one : possible[0]) {
      if (one) {
        return false;
      }
    }
    return true;
  }
}
