package org.ringlight.analytics.bitcoin.run;

import java.util.Optional;
import org.ringlight.analytics.bitcoin.read.OutputPlaces;

/**
 * An output that holds coins of a source.
 *
 * @param source its name
 * @param where the output
 * @param tainted satoshi of it that are from the source
 * @param kind whether it lies there
 * @param cluster canonical id of its address's cluster, or -1
 * @param owner whom a tag names as the cluster's owner
 */
public record TaintedPlace(
    String source,
    OutputPlaces.Place where,
    long tainted,
    Kind kind,
    long cluster,
    Optional<String> owner) {

  /** Whether taint is followed on from it. */
  public enum Kind {
    /** It is not spent. */
    UNSPENT("unspent"),
    /** It came to a tagged owner, where taint ends. */
    SERVICE("service");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As tables and pages write it. */
    public String word() {
      return word;
    }
  }
}
