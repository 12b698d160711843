package org.ringlight.analytics.deduce;

import org.ringlight.analytics.finding.HeuristicId;

/** By which rule a closed set was found: the simplest that says all of it. */
public enum Rule {
  /** One ring that names one key. */
  ZERO_MIXIN("zero-mixin", true),

  /** One ring that has one key in common with another ring of its key image. */
  SAME_KEY_IMAGE("same-key-image", true),

  /** One ring whose other keys were taken by sets that simple rules find. */
  CASCADE("cascade", true),

  /** As many rings that name the same keys as there are keys. */
  IDENTICAL_RINGS("identical-rings", true),

  /** Part of an amount of which every output was spent when the set was complete. */
  FULL_COUNT("full-count", true),

  /** Any other set, and what needs one. */
  CLOSED_SETS("closed-sets", false),

  /** A spend that somebody discloses. */
  DISCLOSED("disclosed-spends", true),

  /** An output that somebody says is his and not spent. */
  OWNED("owned-outputs", true),

  /** One ring whose other members somebody says are decoys. */
  ASSERTED_DECOYS("asserted-decoys", true),

  /** Not of a set, but of an output: another one with its key is spent. */
  DUPLICATE_KEYS("duplicate-keys", true);

  private final HeuristicId heuristic;
  private final boolean simple;

  Rule(String heuristic, boolean simple) {
    this.heuristic = new HeuristicId(heuristic, "1", "");
    this.simple = simple;
  }

  /** The heuristic whose finding it is. */
  public HeuristicId heuristic() {
    return heuristic;
  }

  /** Whether one who does not look for closed sets finds it. */
  public boolean simple() {
    return simple;
  }
}
