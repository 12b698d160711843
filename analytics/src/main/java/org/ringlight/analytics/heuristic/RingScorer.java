package org.ringlight.analytics.heuristic;

import org.ringlight.analytics.finding.FindingSink;
import org.ringlight.analytics.ring.Ring;
import org.ringlight.analytics.ring.Rings;

/**
 * A heuristic that gives each member of a ring a score and makes probabilities in proportion to the
 * scores. It sees a ring at a time, so that what it needs of memory does not grow with the chain.
 */
public interface RingScorer extends Heuristic {

  /**
   * How much speaks for the member: finite, not below 0, on any scale. Where all members of a ring
   * have 0, nothing is said of that ring.
   */
  double score(Ring ring, int position);

  @Override
  default void run(Rings rings, FindingSink findings) {
    Card card = card();
    rings.forEach(
        ring -> {
          double[] scores = new double[ring.size()];
          boolean any = false;
          for (int position = 0; position < scores.length; position++) {
            scores[position] = score(ring, position);
            any |= scores[position] != 0;
          }
          if (any) {
            findings.accept(card.finding(ring.weights(scores)));
          }
        });
  }
}
