package org.ringlight.analytics.bitcoin.exposure;

import java.util.function.LongPredicate;
import org.ringlight.analytics.bitcoin.taint.CoinbaseFees;
import org.ringlight.analytics.bitcoin.taint.TaintPolicy;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * Whose exposure, which way, how far, and by what convention.
 *
 * @param subject the entities it is about
 * @param direction what they sent, or what they received
 * @param maxHops how many times coins may change their entity, from the first to the last: 1 is
 *     direct exposure alone
 * @param policy how coins go through a transaction; fees end there
 */
public record ExposureQuestion(
    LongPredicate subject, Direction direction, int maxHops, TaintPolicy policy) {

  /** More hops than that mean nothing. */
  public static final int MOST_HOPS = 1000;

  /**
   * A question.
   *
   * @throws ConfigurationInvalid where it has no answer
   */
  public ExposureQuestion {
    if (maxHops < 1 || maxHops > MOST_HOPS) {
      throw new ConfigurationInvalid(
          "exposure over " + maxHops + " hops", "hops", "give 1 to " + MOST_HOPS);
    }
    if (!policy.method().conserves()) {
      throw new ConfigurationInvalid(
          "poison marks more than there is, so that its shares have no whole",
          "method",
          "take haircut, FIFO, LIFO, TIHO or dirty-first");
    }
    policy = policy.with(CoinbaseFees.END);
  }
}
