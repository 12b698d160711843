package org.ringlight.analytics.analysis;

import java.nio.file.Path;
import java.util.List;
import org.ringlight.analytics.heuristic.Heuristic;

/**
 * What is to be analysed.
 *
 * @param heuristics names of deductions, in the order of {@link Deducing#NAMES}
 * @param estimates heuristics that guess; never continued from an earlier run
 * @param forks data directories of forks
 * @param anew whether nothing of an earlier run is used
 */
public record AnalysisOptions(
    List<String> heuristics, List<Heuristic> estimates, List<Path> forks, boolean anew) {

  public AnalysisOptions {
    heuristics = List.copyOf(heuristics);
    estimates = List.copyOf(estimates);
    forks = List.copyOf(forks);
  }

  /** Everything that proves. */
  public static AnalysisOptions everything() {
    return new AnalysisOptions(Deducing.NAMES, List.of(), List.of(), false);
  }
}
