package org.ringlight.analytics.deduce;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.ringlight.analytics.finding.HeuristicId;

/** By which rule a closed set was found: the simplest that says all of it. */
public enum Rule {
  /** One ring that names one key. */
  ZERO_MIXIN("zero-mixin", 0, true),

  /** One ring that has one key in common with another ring of its key image. */
  SAME_KEY_IMAGE("same-key-image", 1, true),

  /** One ring whose other keys were taken by sets that simple rules find. */
  CASCADE("cascade", 2, true),

  /** As many rings that name the same keys as there are keys. */
  IDENTICAL_RINGS("identical-rings", 3, true),

  /** Part of an amount of which every output was spent when the set was complete. */
  FULL_COUNT("full-count", 4, true),

  /** Any other set, and what needs one. */
  CLOSED_SETS("closed-sets", 5, false),

  /** A spend that somebody discloses. */
  DISCLOSED("disclosed-spends", 6, true),

  /** An output that somebody says is his and not spent. */
  OWNED("owned-outputs", 7, true),

  /** One ring whose other members somebody says are decoys. */
  ASSERTED_DECOYS("asserted-decoys", 8, true),

  /** Not of a set, but of an output: another one with its key is spent. */
  DUPLICATE_KEYS("duplicate-keys", 9, true);

  private static final Rule[] ALL = values();
  private static final Map<Rule, HeuristicId> IDS = new EnumMap<>(Rule.class);

  static {
    for (Rule rule : ALL) {
      IDS.put(rule, new HeuristicId(rule.heuristic, "1", ""));
    }
  }

  private final String heuristic;
  private final byte code;
  private final boolean simple;

  Rule(String heuristic, int code, boolean simple) {
    this.code = (byte) code;
    this.heuristic = heuristic;
    this.simple = simple;
  }

  /** What stands for it where a byte must do; never changes. */
  public byte code() {
    return code;
  }

  /** The rule of a {@link #code}. */
  public static Rule of(byte code) {
    for (Rule rule : ALL) {
      if (rule.code == code) {
        return rule;
      }
    }
    throw new IllegalArgumentException("no rule has the code " + code);
  }

  /** The heuristic whose finding it is. */
  public HeuristicId heuristic() {
    return Objects.requireNonNull(IDS.get(this));
  }

  /** Whether one who does not look for closed sets finds it. */
  public boolean simple() {
    return simple;
  }
}
