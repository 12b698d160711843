package org.ringlight.analytics.bitcoin.exposure;

import java.util.Map;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.taint.CoinFlow;
import org.ringlight.analytics.bitcoin.taint.Lot;

/** What a subject sent. All that it owns is marked, and leaves it by the first hop. */
final class Outgoing extends Followed {

  private static final int SUBJECT = 0;

  private long attributed;
  private long returned;
  private long beyond;
  private long fees;

  Outgoing(ExposureQuestion question, Entities entities, Labels labels) {
    super(question, entities, labels, 1);
  }

  @Override
  int originOf(long entity) {
    return isSubject(entity) ? mark(SUBJECT) : NONE;
  }

  @Override
  int arriveAt(long entity, CoinTransaction transaction, int output, Coins coins) {
    if (isSubject(entity)) {
      // at no hop it never left
      returned += hops(coins.mark()) == 0 ? 0 : coins.amount();
      return NONE;
    }
    int category = category(entity);
    if (category != Labels.UNLABELLED) {
      attributed += coins.amount();
      connect(category, transaction, output, coins);
      return NONE;
    }
    int mark = pass(entity, transaction, output, coins);
    if (mark == NONE) {
      beyond += coins.amount();
    }
    return mark;
  }

  @Override
  public void fee(int height, int mark, long amount) {
    fees += amount;
  }

  @Override
  long rest(CoinFlow flow, Map<Unattributed, Long> rest) {
    long[] unspent = new long[1];
    flow.forEach(
        (output, value, address, lots) -> {
          for (Lot lot : lots) {
            unspent[0] += lot.isMarked() && hops(lot.mark()) > 0 ? lot.amount() : 0;
          }
        });
    rest.put(Unattributed.UNSPENT, unspent[0]);
    rest.put(Unattributed.HOP_LIMIT, beyond);
    rest.put(Unattributed.FEES, fees);
    rest.put(Unattributed.RETURNED, returned);
    return attributed + unspent[0] + beyond + fees + returned;
  }
}
