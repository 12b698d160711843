package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.Arrays;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: two equal outputs of at least 5,000 satoshi and two different ones (or one:
 * simplified Stonewall), all of different addresses; the inputs fall, by address, into two groups
 * of which each can pay one of the equal outputs and one change. Then more than one reading of the
 * transaction is possible: its entropy is above 0.
 *
 * <p>Citation: Samourai Wallet's Stonewall; graphsense-lib 2.16.0, {@code _is_stonewall}, for the
 * shape; LaurentMT's Boltzmann for the entropy.
 *
 * <p>Guarantee: statistical; a veto, never a claim. One wallet makes it alone so that it looks like
 * two people's work (Stonewall), and two people make it together (StonewallX2); nothing in the
 * transaction tells which. So it speaks against CoinJoin signs and against joining the inputs.
 * Known failures: ordinary payments with two equal outputs. Beyond 16 input addresses the groups
 * are not tried and the shape alone counts. Cost: at most 2^16 steps for those that have the shape.
 */
final class StonewallShape {

  private static final long LEAST_VALUE = 5_000;
  private static final int MOST_GROUPED = 16;

  private StonewallShape() {}

  /** Whether a resolved transaction has it. */
  static boolean fits(CoinTransaction tx, Shape shape) {
    if (shape.inputs() < 2
        || shape.outputs() < 3
        || shape.outputs() > 4
        || !shape.outputAddressesAreDistinct()) {
      return false;
    }
    long[] values = shape.values();
    int equal = -1;
    for (int from = 0; from < values.length; ) {
      int to = Shape.runEnd(values, from);
      if (to - from > 1) {
        if (to - from > 2 || equal >= 0) {
          return false;
        }
        equal = from;
      }
      from = to;
    }
    return equal >= 0 && values[equal] >= LEAST_VALUE && splits(tx, shape, equal);
  }

  /** Whether the inputs fall into two groups that pay for one equal output and one change each. */
  private static boolean splits(CoinTransaction tx, Shape shape, int equal) {
    long[] values = shape.values();
    long[] change = new long[2];
    int found = 0;
    for (int j = 0; j < values.length; j++) {
      if (j != equal && j != equal + 1) {
        change[found++] = values[j];
      }
    }
    long[] groups = sums(tx, shape);
    if (groups.length > MOST_GROUPED) {
      return true;
    }
    long all = Arrays.stream(groups).sum();
    for (int mask = 1; mask < (1 << groups.length) - 1; mask++) {
      long sum = 0;
      for (int group = 0; group < groups.length; group++) {
        sum += ((mask >> group) & 1) * groups[group];
      }
      if (sum >= values[equal] + change[0] && all - sum >= values[equal] + change[1]) {
        return true;
      }
    }
    return false;
  }

  /** What each input address spends. */
  private static long[] sums(CoinTransaction tx, Shape shape) {
    long[] addresses = shape.inputAddresses();
    long[] sums = new long[addresses.length];
    for (int i = 0; i < tx.inputs(); i++) {
      if (tx.inputAddress(i) != CoinTransaction.UNKNOWN) {
        sums[Arrays.binarySearch(addresses, tx.inputAddress(i))] += tx.inputValue(i);
      }
    }
    return sums;
  }
}
