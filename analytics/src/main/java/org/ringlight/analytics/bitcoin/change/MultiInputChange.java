package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: the only output whose address is in the cluster of an input is change.
 *
 * <p>Citation: graphsense-lib 2.16.0, {@code multi_input_change}.
 *
 * <p>Inputs: the transaction, clusters by common-input ownership. Output: a vote. Guarantee:
 * statistical. Where it applies: once the change was spent together with other coins of its owner.
 * Known failures: as many as the clusters have; it cannot be measured on change that the same
 * clusters reveal. Cost: O(inputs × outputs).
 */
public final class MultiInputChange extends OnlyCandidate {

  public MultiInputChange() {
    super(ChangeSource.MULTI_INPUT_CHANGE);
  }

  @Override
  boolean mayBeChange(CoinTransaction tx, int output, ChangeFacts facts) {
    long cluster = facts.cluster(tx.outputAddress(output));
    for (int i = 0; i < tx.inputs(); i++) {
      if (tx.inputAddress(i) != CoinTransaction.UNKNOWN
          && facts.cluster(tx.inputAddress(i)) == cluster) {
        return true;
      }
    }
    return false;
  }
}
