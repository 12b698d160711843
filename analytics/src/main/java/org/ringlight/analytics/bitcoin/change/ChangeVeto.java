package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * What speaks against an output being change. A veto strikes the votes whose confidence is at most
 * its strength, and is shown with the consensus in any case.
 */
public enum ChangeVeto {
  /** Its cluster and an input's are known to have different owners. */
  OTHER_OWNER(100) {
    @Override
    boolean forbids(CoinTransaction tx, int output, ChangeFacts facts) {
      long owner = facts.owner(facts.cluster(tx.outputAddress(output)));
      if (owner == CoinTransaction.UNKNOWN) {
        return false;
      }
      for (int i = 0; i < tx.inputs(); i++) {
        if (tx.inputAddress(i) != CoinTransaction.UNKNOWN) {
          long payer = facts.owner(facts.cluster(tx.inputAddress(i)));
          if (payer != CoinTransaction.UNKNOWN && payer != owner) {
            return true;
          }
        }
      }
      return false;
    }
  },
  /** Its address was paid before and is not in the cluster of an input: a payee's that is shown. */
  PAID_BEFORE(50) {
    @Override
    boolean forbids(CoinTransaction tx, int output, ChangeFacts facts) {
      return facts.firstPayment(tx.outputAddress(output)) < tx.id()
          && !CLUSTERS.mayBeChange(tx, output, facts);
    }
  },
  /**
   * It is the small output of a step in a peeling chain, a tenth of the other at most, and not in
   * the cluster of the input.
   */
  PEELED(50) {
    @Override
    boolean forbids(CoinTransaction tx, int output, ChangeFacts facts) {
      return PeelStep.isDecidedByValue(tx, facts)
          && tx.outputValue(output) < tx.outputValue(1 - output);
    }
  },
  /** It is worth a multiple of 0.01 BTC, as amounts are that somebody chose. */
  ROUND_VALUE(40) {
    @Override
    boolean forbids(CoinTransaction tx, int output, ChangeFacts facts) {
      return tx.outputValue(output) % PowerOfTen.DEFAULT_UNIT == 0;
    }
  };

  private static final MultiInputChange CLUSTERS = new MultiInputChange();

  private final int strength;

  ChangeVeto(int strength) {
    this.strength = strength;
  }

  /** The highest confidence of votes that it strikes, in percent. */
  public int strength() {
    return strength;
  }

  abstract boolean forbids(CoinTransaction tx, int output, ChangeFacts facts);
}
