package org.ringlight.analytics.bitcoin.coinjoin;

import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.protocol.bitcoin.ScriptType;

/**
 * Definition: inputs of at least two addresses, all of one script type; two outputs, both with an
 * address that is not among the inputs; and no output is smaller than the smallest input, so that
 * the larger output and the fee could be paid without that input (unnecessary input, UIH2): it may
 * be the payee's.
 *
 * <p>Citation: Ghesmati, Kern, Judmayer, Stifter and Weippl, "Unnecessary Input Heuristics and
 * PayJoin Transactions", 2021 (eprint 2022/589); BIP 78, by which the payee's inputs are of the
 * payer's script type.
 *
 * <p>Guarantee: statistical, a reason not to join inputs, never a claim that it is a PayJoin. Where
 * it applies: from 2018 on, when such wallets came. Known failures: most transactions of this shape
 * are ordinary payments of wallets that spend more coins than they need; PayJoins that avoid it (as
 * BIP 78 advises) are not seen. Cost: O(inputs).
 */
public final class PayJoinShape {

  private PayJoinShape() {}

  /** Whether a transaction has it; false where an input is not resolved. */
  public static boolean fits(CoinTransaction tx) {
    if (tx.inputs() < 2
        || tx.outputs() != 2
        || tx.outputAddress(0) == CoinTransaction.UNKNOWN
        || tx.outputAddress(1) == CoinTransaction.UNKNOWN
        || !tx.isResolved()) {
      return false;
    }
    long smallest = Long.MAX_VALUE;
    boolean severalAddresses = false;
    ScriptType script = tx.inputScript(0);
    for (int i = 0; i < tx.inputs(); i++) {
      long address = tx.inputAddress(i);
      if (address == CoinTransaction.UNKNOWN
          || address == tx.outputAddress(0)
          || address == tx.outputAddress(1)
          || tx.inputScript(i) != script) {
        return false;
      }
      severalAddresses |= address != tx.inputAddress(0);
      smallest = Math.min(smallest, tx.inputValue(i));
    }
    return severalAddresses && Math.min(tx.outputValue(0), tx.outputValue(1)) >= smallest;
  }
}
