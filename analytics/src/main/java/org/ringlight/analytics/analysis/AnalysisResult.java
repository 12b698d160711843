package org.ringlight.analytics.analysis;

import java.util.Map;
import java.util.TreeMap;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.graph.Incidence;

/**
 * What a run found.
 *
 * @param rings of the main chain
 * @param resolved rings whose spent key is known
 * @param narrowed rings of which some member is known not to be spent, and no more
 * @param bySize how many closed sets there are of each number of rings
 * @param byHeuristic how many rings each heuristic put into a closed set
 * @param keptUpTo findings up to this height were kept from an earlier run; -1 where none were
 * @param written findings written by this run
 */
public record AnalysisResult(
    String runId,
    long rings,
    long resolved,
    long narrowed,
    Map<Integer, Long> bySize,
    Map<String, Long> byHeuristic,
    long keptUpTo,
    long written) {

  static AnalysisResult of(
      String runId, ChainGraph graph, Deductions known, long keptUpTo, long written) {
    Incidence members = graph.graph().byRing();
    Map<Integer, Long> bySize = new TreeMap<>();
    Map<String, Long> byHeuristic = new TreeMap<>();
    for (int set = 0; set < known.sets(); set++) {
      int size = known.size(set);
      if (size > 0
          && known.setOfRing(known.ring(set, 0)) == set
          && known.ring(set, 0) < graph.graph().chainRings()) {
        bySize.merge(size, 1L, Long::sum);
        byHeuristic.merge(known.rule(set).heuristic().name(), (long) size, Long::sum);
      }
    }
    long narrowed = 0;
    for (int ring = 0; ring < graph.graph().chainRings(); ring++) {
      int set = known.setOfRing(ring);
      boolean resolved = set != Deductions.FREE && known.size(set) == 1;
      if (!resolved && known.left(ring) < members.degree(ring)) {
        narrowed++;
      }
    }
    return new AnalysisResult(
        runId,
        graph.graph().chainRings(),
        bySize.getOrDefault(1, 0L),
        narrowed,
        bySize,
        byHeuristic,
        keptUpTo,
        written);
  }
}
