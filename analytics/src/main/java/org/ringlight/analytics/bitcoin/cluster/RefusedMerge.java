package org.ringlight.analytics.bitcoin.cluster;

import java.util.List;
import java.util.Locale;

/**
 * A transaction whose inputs were not joined although they are of several clusters.
 *
 * @param transaction its number in chain order
 * @param clusters canonical ids at that moment, ascending, at least two; later joins may have made
 *     some of them one, or given them smaller ids
 */
public record RefusedMerge(long transaction, Reason reason, List<Integer> clusters) {

  /** Why. Guards look at the transaction alone, the last reason at what was joined before. */
  public enum Reason {
    /** An input's output is not in the tables: what the transaction is cannot be told. */
    UNRESOLVED_INPUTS,
    /** A signature leaves inputs or outputs open: others may have added theirs. */
    OPEN_SIGNATURES,
    /** A CoinJoin detector fired. */
    COIN_JOIN,
    /** Two equal outputs and change for two: perhaps two owners. */
    STONEWALL,
    /** An input too many for the payment: perhaps the payee's. */
    PAY_JOIN,
    /** Two of the clusters are known to have different owners. */
    DIFFERENT_OWNERS;

    /** As tables and pages write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public RefusedMerge {
    clusters = List.copyOf(clusters);
    if (clusters.size() < 2) {
      throw new IllegalArgumentException("one cluster needs no merge: " + clusters);
    }
  }
}
