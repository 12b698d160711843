package org.ringlight.analytics.bitcoin.exposure;

import java.util.Map;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.taint.CoinFlow;

/**
 * What a subject received. All that labelled entities and the subject itself own is marked with who
 * they are, and followed forwards: the convention that splits coins is one for both directions.
 */
final class Incoming extends Followed {

  private final int subject;
  private long received;
  private long own;
  private long mined;
  private long returned;
  private long attributed;

  Incoming(ExposureQuestion question, Entities entities, Labels labels) {
    super(question, entities, labels, labels.categories().size() + 1);
    subject = labels.categories().size();
  }

  @Override
  int originOf(long entity) {
    if (isSubject(entity)) {
      return mark(subject);
    }
    int category = category(entity);
    return category == Labels.UNLABELLED ? NONE : mark(category);
  }

  @Override
  public int origin(CoinTransaction transaction, int output) {
    int origin = super.origin(transaction, output);
    if (origin == mark(subject)) {
      received += transaction.outputValue(output);
      mined += transaction.isCoinbase() ? transaction.outputValue(output) : 0;
    }
    return origin;
  }

  @Override
  int arriveAt(long entity, CoinTransaction transaction, int output, Coins coins) {
    if (!isSubject(entity)) {
      return category(entity) == Labels.UNLABELLED
          ? pass(entity, transaction, output, coins)
          : NONE;
    }
    int beginning = beginning(coins.mark());
    if (beginning != subject) {
      attributed += coins.amount();
      connect(beginning, transaction, output, coins);
    } else if (hops(coins.mark()) == 0) {
      own += coins.amount();
    } else {
      returned += coins.amount();
    }
    return NONE;
  }

  @Override
  long rest(CoinFlow flow, Map<Unattributed, Long> rest) {
    long total = received - own;
    rest.put(Unattributed.MINED, mined);
    rest.put(Unattributed.RETURNED, returned);
    rest.put(Unattributed.UNKNOWN, total - mined - returned - attributed);
    return total;
  }
}
