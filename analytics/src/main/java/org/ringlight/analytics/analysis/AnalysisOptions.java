package org.ringlight.analytics.analysis;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be analysed.
 *
 * @param heuristics names of deductions, in the order of {@link Deducing#NAMES}
 * @param forks data directories of forks
 * @param anew whether nothing of an earlier run is used
 */
public record AnalysisOptions(List<String> heuristics, List<Path> forks, boolean anew) {

  public AnalysisOptions {
    heuristics = List.copyOf(heuristics);
    forks = List.copyOf(forks);
  }

  /** Everything that proves. */
  public static AnalysisOptions everything() {
    return new AnalysisOptions(Deducing.NAMES, List.of(), false);
  }
}
