package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: in a step of a peeling chain (one input, two outputs, and so is the transaction
 * before it or one after it) the larger output is change, if it is worth at least ten times the
 * other, which is not in the cluster of the input.
 *
 * <p>Citation: Meiklejohn et al., "A Fistful of Bitcoins", IMC 2013, section on peeling chains; the
 * factor is ours. Other heuristics take the smaller output for change; where the values are so far
 * apart the chain has priority, by its confidence and by {@link ChangeVeto#PEELED}.
 *
 * <p>Inputs: the transaction, the one before it and those after it. Output: a vote. Guarantee:
 * statistical. Where it applies: payouts and laundering from one large coin. Known failures: the
 * last step, which may pay nearly all to the payee. Cost: O(1).
 */
public final class LargerInPeel extends OnlyCandidate {

  public LargerInPeel() {
    super(ChangeSource.LARGER_IN_PEEL);
  }

  @Override
  boolean applies(CoinTransaction tx, ChangeFacts facts) {
    return PeelStep.isDecidedByValue(tx, facts);
  }

  @Override
  boolean mayBeChange(CoinTransaction tx, int output, ChangeFacts facts) {
    return tx.outputValue(output) > tx.outputValue(1 - output);
  }
}
