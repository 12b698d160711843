package org.ringlight.analytics.heuristic;

import org.ringlight.analytics.finding.FindingSink;
import org.ringlight.analytics.ring.Rings;

/**
 * A way to tell which member a ring spends, or does not. It reads rings and says findings, and
 * nothing else: no file, no clock, no chance that is not seeded, so that the same rings give the
 * same findings.
 *
 * <p>Found by {@link java.util.ServiceLoader}: a public class with a public constructor without
 * parameters, named in {@code META-INF/services/org.ringlight.analytics.heuristic.Heuristic}.
 *
 * <p>What looks at one ring at a time is a {@link RingScorer} and needs less.
 */
public interface Heuristic {

  /** What it is, in words, and under which name its findings go. The same at every call. */
  Card card();

  /**
   * Reads {@code rings}, as often as it needs, and hands over findings as they are made: {@code
   * findings.accept(card().finding(claim))}.
   */
  void run(Rings rings, FindingSink findings);
}
