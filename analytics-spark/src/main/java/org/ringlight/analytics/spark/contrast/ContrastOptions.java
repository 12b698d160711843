package org.ringlight.analytics.spark.contrast;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the measures are asked with.
 *
 * @param hops how far origins, destinations and flows are followed
 * @param worlds how many worlds are drawn
 * @param labels flows to follow, as {@link Flows} reads them
 * @param weights the heuristic whose weights take the place of equal ones
 */
public record ContrastOptions(
    int hops, int worlds, Optional<Path> labels, Optional<String> weights) {

  public static final int MOST_HOPS = 20;
  public static final int MOST_WORLDS = 100_000;

  public static final ContrastOptions USUAL =
      new ContrastOptions(3, 1_000, Optional.empty(), Optional.empty());

  public ContrastOptions {
    if (hops < 1 || hops > MOST_HOPS || worlds < 1 || worlds > MOST_WORLDS) {
      throw new IllegalArgumentException(hops + " hops, " + worlds + " worlds");
    }
  }
}
