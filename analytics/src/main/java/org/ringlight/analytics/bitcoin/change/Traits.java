package org.ringlight.analytics.bitcoin.change;

import java.util.EnumSet;
import java.util.Set;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.protocol.bitcoin.ScriptType;

/**
 * What a transaction shows of the wallet that made it, and its place in the chain.
 *
 * @param transaction its number in chain order
 * @param inputs how many; 0 for a coinbase
 * @param firstInput number of the output that its first input spends, or {@link
 *     CoinTransaction#UNKNOWN}
 * @param firstOutput number of its first output; the others follow
 * @param outputs how many
 * @param payees how many of them have an address
 * @param inputScripts the script types among the inputs
 * @param feeRate satoshi for 1,000 virtual bytes, rounded down, or {@link CoinTransaction#UNKNOWN}
 */
public record Traits(
    long transaction,
    int inputs,
    long firstInput,
    long firstOutput,
    int outputs,
    int payees,
    int version,
    LockTimeUse lockTime,
    SequenceUse sequence,
    Set<ScriptType> inputScripts,
    long feeRate) {

  public Traits {
    inputScripts = Set.copyOf(inputScripts);
  }

  /**
   * @param virtualSize in virtual bytes, or {@link CoinTransaction#UNKNOWN}
   */
  public static Traits of(CoinTransaction tx, long virtualSize) {
    int payees = 0;
    for (int j = 0; j < tx.outputs(); j++) {
      payees += tx.outputAddress(j) == CoinTransaction.UNKNOWN ? 0 : 1;
    }
    EnumSet<ScriptType> scripts = EnumSet.noneOf(ScriptType.class);
    for (int i = 0; i < tx.inputs(); i++) {
      scripts.add(tx.inputScript(i));
    }
    boolean paysByRate = virtualSize != CoinTransaction.UNKNOWN && tx.isResolved();
    return new Traits(
        tx.id(),
        tx.inputs(),
        tx.inputs() == 0 ? CoinTransaction.UNKNOWN : tx.inputOutput(0),
        tx.outputs() == 0 ? CoinTransaction.UNKNOWN : tx.outputId(0),
        tx.outputs(),
        payees,
        tx.version(),
        LockTimeUse.of(tx.lockTime()),
        SequenceUse.of(tx),
        scripts,
        paysByRate ? tx.fee() * 1000 / virtualSize : CoinTransaction.UNKNOWN);
  }

  /**
   * Whether it has the shape of a step in a peeling chain: one input, two outputs, both with an
   * address. (BlockSci's {@code looksLikePeelingChain} takes data for a payee.)
   */
  public boolean looksLikePeel() {
    return inputs == 1 && outputs == 2 && payees == 2;
  }

  /** Whether the same wallet may have made both: version, lock time, sequence and scripts agree. */
  public boolean looksLikeWalletOf(Traits other) {
    return version == other.version
        && lockTime == other.lockTime
        && sequence == other.sequence
        && inputScripts.equals(other.inputScripts);
  }
}
