package org.ringlight.analytics.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ringlight.failure.DataInvalid;

/** Worlds drawn beside all worlds, counted one by one. */
class WorldsTest {

  private record Edge(long spend, long output, double weight) {}

  private static List<Edge> random(SplittableRandom random) {
    int spends = 2 + random.nextInt(4);
    int outputs = spends + random.nextInt(3);
    List<Edge> edges = new ArrayList<>();
    for (int spend = 0; spend < spends; spend++) {
      for (int output = 0; output < outputs; output++) {
        if (output == spend || random.nextInt(2) == 0) {
          edges.add(new Edge(spend, output, 0.1 + random.nextDouble()));
        }
      }
    }
    return edges;
  }

  private static Choices choices(List<Edge> edges) {
    Choices.Builder rows = new Choices.Builder();
    edges.forEach(edge -> rows.candidate(edge.spend(), edge.spend(), edge.output(), edge.weight()));
    return rows.build();
  }

  /** Each world's share, by what its spends spend. */
  private static Map<List<Long>, Double> counted(List<Edge> edges) {
    Map<List<Long>, Double> worlds = new HashMap<>();
    count(edges, List.of(), 1, worlds);
    double sum = worlds.values().stream().mapToDouble(Double::doubleValue).sum();
    worlds.replaceAll((world, product) -> product / sum);
    return worlds;
  }

  private static void count(
      List<Edge> edges, List<Long> world, double product, Map<List<Long>, Double> worlds) {
    List<Edge> next = edges.stream().filter(edge -> edge.spend() == world.size()).toList();
    if (next.isEmpty()) {
      worlds.put(world, product);
    }
    for (Edge edge : next) {
      if (!world.contains(edge.output())) {
        List<Long> more = new ArrayList<>(world);
        more.add(edge.output());
        count(edges, more, product * edge.weight(), worlds);
      }
    }
  }

  @Test
  void worldsAreDrawnAsOftenAsTheirWeightsSay() {
    SplittableRandom random = new SplittableRandom(1);
    for (int graph = 0; graph < 40; graph++) {
      List<Edge> edges = random(random);
      Map<List<Long>, Double> shares = counted(edges);
      Choices choices = choices(edges);
      Worlds worlds = new Worlds(choices, graph);
      Map<List<Long>, Integer> drawn = new HashMap<>();
      int draws = 20_000;
      for (int draw = 0; draw < draws; draw++) {
        worlds.next();
        List<Long> world = new ArrayList<>();
        for (int spend = 0; spend < choices.spends(); spend++) {
          world.add(choices.outputNames[worlds.spent(spend)]);
        }
        drawn.merge(world, 1, Integer::sum);
      }
      assertThat(shares.keySet()).containsAll(drawn.keySet());
      shares.forEach(
          (world, share) ->
              assertThat((double) drawn.getOrDefault(world, 0) / draws)
                  .isCloseTo(share, within(0.02)));
    }
  }

  @Test
  void theSameRowsInAnyOrderGiveTheSameWorlds() {
    List<Edge> edges = random(new SplittableRandom(8));
    List<Edge> turned = new ArrayList<>(edges);
    Collections.reverse(turned);
    Worlds one = new Worlds(choices(edges), 5);
    Worlds other = new Worlds(choices(turned), 5);
    for (int i = 0; i < 50; i++) {
      one.next();
      other.next();
      for (int spend = 0; spend < choices(edges).spends(); spend++) {
        assertThat(one.spent(spend)).isEqualTo(other.spent(spend));
      }
    }
  }

  @Test
  void spendsThatCannotAllHaveSpentSomethingAreRefused() {
    Choices choices = choices(List.of(new Edge(0, 7, 1), new Edge(1, 7, 1)));
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> new Worlds(choices, 1))
        .withMessageContaining("fewer outputs together");
  }

  @Test
  void anIntervalHoldsTheShareAndWidensWhereChainsDisagree() {
    SampledShare agreed = SampledShare.of(new long[] {50, 52, 48, 50}, 100);
    SampledShare apart = SampledShare.of(new long[] {10, 90, 20, 80}, 100);
    assertThat(agreed.share()).isEqualTo(0.5);
    assertThat(agreed.low()).isCloseTo(0.451, within(0.002));
    assertThat(agreed.high()).isCloseTo(0.549, within(0.002));
    assertThat(apart.low()).isLessThan(0.2);
    assertThat(SampledShare.of(new long[] {0, 0}, 100).high()).isBetween(0.01, 0.03);
    assertThat(SampledShare.of(new long[] {100, 100}, 100).high()).isEqualTo(1);
  }

  @Test
  void descentPassesFromTransactionToTransaction() {
    Choices.Builder rows = new Choices.Builder();
    rows.made(1, 10);
    rows.candidate(0, 2, 10, 1);
    rows.made(2, 20);
    rows.made(2, 21);
    rows.candidate(1, 3, 21, 1);
    rows.candidate(2, 3, 5, 1);
    rows.made(3, 30);
    Choices choices = rows.build();
    assertThat(choices.areMade()).isTrue();
    Descent descent = new Descent(choices, choices.output(10));
    descent.follow(new Worlds(choices, 1), 9);
    assertThat(descent.hops(choices.output(20))).isEqualTo(1);
    assertThat(descent.hops(choices.output(30))).isEqualTo(2);
    assertThat(descent.hops(choices.output(5))).isEqualTo(Descent.NEVER);
    descent.follow(new Worlds(choices, 1), 1);
    assertThat(descent.hops(choices.output(30))).isEqualTo(Descent.NEVER);
  }
}
