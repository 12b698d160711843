package org.ringlight.analytics.deduce;

import java.util.Locale;
import org.ringlight.analytics.graph.RingGraph;
import org.ringlight.analytics.heuristic.Cascade;
import org.ringlight.analytics.heuristic.ClosedSets;
import org.ringlight.analytics.heuristic.Deduction;
import org.ringlight.analytics.heuristic.FullCount;
import org.ringlight.analytics.heuristic.IdenticalRings;

/**
 * Times deductions on {@link SyntheticGraph}s, a line each: {@code simple RINGS} for everything but
 * closed sets, {@code closed RINGS SIZE} for closed sets. A process of its own, so that its heap
 * and its memory are its own.
 */
final class MainnetSize {

  private MainnetSize() {}

  public static void main(String[] arguments) {
    int rings = Integer.parseInt(arguments[1]);
    boolean simple = arguments[0].equals("simple");
    long start = System.nanoTime();
    RingGraph graph =
        simple
            ? SyntheticGraph.ofEras(1, rings)
            : SyntheticGraph.ofSize(1, rings, Integer.parseInt(arguments[2]));
    say("made", graph.rings(), graph.byRing().edges(), start);
    start = System.nanoTime();
    graph.byKey();
    say("turned", graph.rings(), graph.byRing().edges(), start);
    long all = System.nanoTime();
    Deductions known = new Deductions(graph, !simple);
    for (Deduction deduction :
        simple
            ? new Deduction[] {new Cascade(), new IdenticalRings(), new FullCount(), new Cascade()}
            : new Deduction[] {new Cascade(), new ClosedSets()}) {
      start = System.nanoTime();
      deduction.deduce(known);
      say(deduction.card().id().name(), known.sets(), known.ringsInSets(), start);
    }
    say("all", known.sets(), known.ringsInSets(), all);
  }

  private static void say(String what, long one, long other, long start) {
    System.out.printf(
        Locale.ROOT, "%s %d %d %.3f%n", what, one, other, (System.nanoTime() - start) / 1e9);
  }
}
