package org.ringlight.analytics.bitcoin.change;

import java.util.OptionalDouble;

/**
 * How a heuristic did on transactions whose change is known.
 *
 * @param right votes for the change
 * @param wrong votes for the payment
 * @param abstained transactions on which it said nothing
 */
public record ChangeAccuracy(long right, long wrong, long abstained) {

  static final ChangeAccuracy NOTHING = new ChangeAccuracy(0, 0, 0);

  /** Share of its votes that were right; empty without a vote. */
  public OptionalDouble precision() {
    return share(right, right + wrong);
  }

  /** True positive rate: share of the transactions whose change it named. */
  public OptionalDouble truePositiveRate() {
    return share(right, right + wrong + abstained);
  }

  /** False positive rate: share of the transactions whose payment it took for change. */
  public OptionalDouble falsePositiveRate() {
    return share(wrong, right + wrong + abstained);
  }

  ChangeAccuracy voted(int vote, int change) {
    return vote == ChangeHeuristic.ABSTAINS
        ? new ChangeAccuracy(right, wrong, abstained + 1)
        : vote == change
            ? new ChangeAccuracy(right + 1, wrong, abstained)
            : new ChangeAccuracy(right, wrong + 1, abstained);
  }

  private static OptionalDouble share(long part, long all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
  }
}
