package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/** The rule of the only candidate: a heuristic that leaves two outputs open says nothing. */
abstract class OnlyCandidate implements ChangeHeuristic {

  private final ChangeSource source;

  OnlyCandidate(ChangeSource source) {
    this.source = source;
  }

  @Override
  public final ChangeSource source() {
    return source;
  }

  @Override
  public final int vote(CoinTransaction tx, ChangeFacts facts) {
    if (tx.outputs() < 2 || !applies(tx, facts)) {
      return ABSTAINS;
    }
    int only = ABSTAINS;
    for (int j = 0; j < tx.outputs(); j++) {
      if (tx.outputAddress(j) != CoinTransaction.UNKNOWN && mayBeChange(tx, j, facts)) {
        if (only != ABSTAINS) {
          return ABSTAINS;
        }
        only = j;
      }
    }
    return only;
  }

  /** Whether the heuristic has anything to say on such a transaction. */
  boolean applies(CoinTransaction tx, ChangeFacts facts) {
    return true;
  }

  /** Whether an output, which has an address, cannot be ruled out. */
  abstract boolean mayBeChange(CoinTransaction tx, int output, ChangeFacts facts);

  static boolean isInputAddress(CoinTransaction tx, long address) {
    for (int i = 0; i < tx.inputs(); i++) {
      if (tx.inputAddress(i) == address) {
        return true;
      }
    }
    return false;
  }

  static long smallestInput(CoinTransaction tx) {
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < tx.inputs(); i++) {
      smallest = Math.min(smallest, tx.inputValue(i));
    }
    return smallest;
  }

  /** Whether all inputs and this output have one script type. */
  static boolean hasTypeOfInputs(CoinTransaction tx, int output) {
    for (int i = 0; i < tx.inputs(); i++) {
      if (tx.inputScript(i) != tx.outputScript(output)) {
        return false;
      }
    }
    return true;
  }
}
