package org.ringlight.analytics.bitcoin.change;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: of 2 to 10 outputs, the only one that has the script type of all inputs, is worth
 * less than the smallest input and no whole thousand satoshi, and whose address this transaction
 * alone pays to, once, and at most one spends from.
 *
 * <p>Citation: graphsense-lib 2.16.0, {@code one_time_change}, after Meiklejohn et al., "A Fistful
 * of Bitcoins", IMC 2013, heuristic 2.
 *
 * <p>Inputs: the transaction, the history of its output addresses. Output: a vote. Guarantee:
 * statistical. Where it applies: wallets that take a new address for change. Known failures: payees
 * that show a new address each time, with an odd amount; as the tip moves on, an address may be
 * paid again. Cost: O(inputs × outputs).
 */
public final class OneTimeChange extends OnlyCandidate {

  public OneTimeChange() {
    super(ChangeSource.ONE_TIME_CHANGE);
  }

  private static final int MOST_OUTPUTS = 10;

  @Override
  boolean applies(CoinTransaction tx, ChangeFacts facts) {
    return tx.outputs() <= MOST_OUTPUTS;
  }

  @Override
  boolean mayBeChange(CoinTransaction tx, int output, ChangeFacts facts) {
    long address = tx.outputAddress(output);
    long value = tx.outputValue(output);
    return value % 1000 != 0
        && value < smallestInput(tx)
        && hasTypeOfInputs(tx, output)
        && isPaidOnce(tx, output)
        && facts.firstPayment(address) == tx.id()
        && facts.isPaidOnce(address)
        && facts.isSpentOnceAtMost(address);
  }

  private static boolean isPaidOnce(CoinTransaction tx, int output) {
    for (int j = 0; j < tx.outputs(); j++) {
      if (j != output && tx.outputAddress(j) == tx.outputAddress(output)) {
        return false;
      }
    }
    return true;
  }
}
