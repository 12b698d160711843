package org.ringlight.analytics.bitcoin.entropy;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the participants of a CoinJoin may have paid one another.
 *
 * @param maker the most that one may have received, in satoshi
 * @param taker the most that one may have paid to all others, in satoshi
 */
public record IntraFees(long maker, long taker) {

  /** None. */
  public static final IntraFees NONE = new IntraFees(0, 0);

  private static final long MILLION = 1_000_000;

  /**
   * Those of outputs that look like a CoinJoin's: an amount that occurs {@code n > 1} times, with
   * {@code p}, the lesser of {@code n} and the number of payers, at least half the outputs. Of
   * several, the one with most participants, then the highest.
   */
  static IntraFees of(long[] outputs, int payers, int ppm) {
    if (ppm == 0 || payers < 2) {
      return NONE;
    }
    Map<Long, Integer> occurs = new TreeMap<>();
    for (long value : outputs) {
      occurs.merge(value, 1, Integer::sum);
    }
    int participants = 0;
    long amount = 0;
    for (Map.Entry<Long, Integer> one : occurs.entrySet()) {
      int joined = Math.min(one.getValue(), payers);
      if (one.getValue() > 1 && outputs.length <= 2 * joined && joined >= participants) {
        participants = joined;
        amount = one.getKey();
      }
    }
    if (participants == 0) {
      return NONE;
    }
    // rounded half up
    long maker = Math.addExact(Math.multiplyExact(amount, (long) ppm), MILLION / 2) / MILLION;
    return new IntraFees(maker, Math.multiplyExact(maker, (long) participants - 1));
  }
}
