package org.ringlight.analytics.ring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ringlight.analytics.finding.Claim;

/** Makes probabilities over distinct members of scores over positions. */
final class Weighing {

  private Weighing() {}

  static Claim.Weights of(Ring ring, double[] scores) {
    int size = ring.size();
    if (scores.length != size) {
      throw new IllegalArgumentException(scores.length + " scores for " + size + " members");
    }
    double sum = sum(scores);
    int[] order = ascending(ring);
    long[] indexes = new long[size];
    double[] probabilities = new double[size];
    int distinct = 0;
    for (int position : order) {
      long index = ring.amountIndex(position);
      if (distinct == 0 || indexes[distinct - 1] != index) {
        indexes[distinct++] = index;
      }
      probabilities[distinct - 1] += scores[position] / sum;
    }
    for (int i = 0; i < distinct; i++) {
      // a sum of quotients may pass 1 by its last bit
      probabilities[i] = Math.min(1, probabilities[i]);
    }
    return new Claim.Weights(
        ring.keyImage(),
        ring.indexSpace(),
        Arrays.copyOf(indexes, distinct),
        Arrays.copyOf(probabilities, distinct));
  }

  private static double sum(double[] scores) {
    double sum = 0;
    for (double score : scores) {
      if (!(score >= 0) || Double.isInfinite(score)) {
        throw new IllegalArgumentException("a score is finite and not below 0, but " + score);
      }
      sum += score;
    }
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new IllegalArgumentException("scores that sum to " + sum + " say nothing");
    }
    return sum;
  }

  /** The positions in ascending order of amount index; the wire's order nearly always is. */
  private static int[] ascending(Ring ring) {
    int[] positions = new int[ring.size()];
    boolean sorted = true;
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i;
      sorted &= i == 0 || ring.amountIndex(i - 1) <= ring.amountIndex(i);
    }
    return sorted
        ? positions
        : IntStream.of(positions)
            .boxed()
            .sorted(Comparator.comparingLong(ring::amountIndex))
            .mapToInt(Integer::intValue)
            .toArray();
  }
}
