package org.ringlight.analytics.finding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a claim rests on: one vocabulary for tables, graph, pages and reports.
 *
 * @param assumption what a conditional claim does not hold without, in words; null for the others
 */
public record Guarantee(Level level, @Nullable String assumption) {

  /** How much a claim is worth. */
  public enum Level {
    /** Follows from consensus rules alone. */
    PROVEN,
    /** Follows from a disclosure or from what an analyst asserts: as true as that is. */
    CONDITIONAL,
    /** A probability, or a rule that is right more often than not: its error can be measured. */
    STATISTICAL;

    /** As in tables and files: {@code proven} … */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Guarantee PROVEN = new Guarantee(Level.PROVEN, null);
  public static final Guarantee STATISTICAL = new Guarantee(Level.STATISTICAL, null);

  public Guarantee {
    if ((level == Level.CONDITIONAL) != (assumption != null && !assumption.isBlank())) {
      throw new IllegalArgumentException("conditional claims, and no others, name an assumption");
    }
  }

  /** Conditional on {@code assumption}. */
  public static Guarantee onlyIf(String assumption) {
    return new Guarantee(Level.CONDITIONAL, assumption);
  }
}
