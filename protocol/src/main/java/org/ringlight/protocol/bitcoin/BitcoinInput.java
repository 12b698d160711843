package org.ringlight.protocol.bitcoin;

import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.TxHash;

/**
 * What a transaction spends.
 *
 * @param previousTx the transaction whose output it spends, zeros in a coinbase
 * @param previousIndex that output's place there, {@link #NO_INDEX} in a coinbase
 * @param sequence unsigned 32 bits (BIP 68, BIP 125)
 * @param signsAll whether every signature in it binds all inputs and outputs, as far as its script
 *     and witness show signatures; true where they show none
 * @param revealedScript the redeem, witness or leaf script that the input shows, where the output
 *     held its hash alone; never with signatures
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record BitcoinInput(
    TxHash previousTx,
    long previousIndex,
    long sequence,
    boolean signsAll,
    byte @Nullable [] revealedScript) {

  /** The index of no output: 2^32 - 1. */
  public static final long NO_INDEX = 0xffff_ffffL;

  private static final TxHash NO_TX = TxHash.of(new byte[TxHash.LENGTH]);

  /** Whether it spends nothing, as a coinbase's only input. */
  public boolean isOfCoinbase() {
    return previousIndex == NO_INDEX && previousTx.equals(NO_TX);
  }
}
