package org.ringlight.graph.verify;

import java.util.List;

/**
 * What a check of the graph found.
 *
 * @param fromHeight the first block that was compared
 * @param toHeight the last
 * @param tables how much there is in the tables there
 * @param digest SHA-256 over the digests of all ranges, as the tables have them
 * @param differences what is not as in the tables, in chain order; the first hundred
 * @param differing how many there are
 * @param repaired how many blocks were written anew
 */
public record GraphReport(
    long fromHeight,
    long toHeight,
    Counts tables,
    String digest,
    List<String> differences,
    long differing,
    long repaired) {

  public GraphReport {
    differences = List.copyOf(differences);
  }

  public boolean isClean() {
    return differing == 0;
  }
}
