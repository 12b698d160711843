package org.ringlight.analytics.heuristic;

import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.GraphOfRings;
import org.ringlight.analytics.finding.FindingSink;
import org.ringlight.analytics.ring.Rings;

/**
 * A heuristic that proves: it adds closed sets to what is known of the whole ring graph, and
 * several of them build on one another. Run by itself over rings alone, it starts from nothing and
 * knows of each output no more than its name.
 */
public interface Deduction extends Heuristic {

  /**
   * Adds what it can.
   *
   * @throws org.ringlight.analytics.deduce.Contradiction where rings cannot all have spent
   *     something
   */
  void deduce(Deductions known);

  /** Whether it can find more after others have: not where it looks at what never changes. */
  default boolean isWorthRepeating() {
    return true;
  }

  @Override
  default void run(Rings rings, FindingSink findings) {
    GraphOfRings graph = GraphOfRings.of(rings);
    Deductions known = new Deductions(graph.graph(), true);
    deduce(known);
    graph.tell(rings, known, findings);
  }
}
