package org.ringlight.protocol.bitcoin;

/**
 * What every block must keep and its bytes alone can show, beside its header's place in the chain
 * ({@link HeaderChain}). Source: Bitcoin Core v28.0 {@code src/validation.cpp} ({@code CheckBlock},
 * {@code ContextualCheckBlock}, {@code GetBlockSubsidy}).
 */
public final class BlockRules {

  private BlockRules() {}

  /**
   * Checks that the first transaction and no other is a coinbase, that the merkle root is that of
   * the transactions and of no other list of them (CVE-2012-2459), that the coinbase begins with
   * the height (BIP 34) and that the witnesses are those the coinbase commits to (BIP 141), where
   * the network asks for either at this height.
   *
   * @throws org.ringlight.failure.DataInvalid where it breaks a rule
   */
  public static void check(BitcoinBlock block, long height, BitcoinNetwork network) {
    throw new UnsupportedOperationException(block + " " + height + network);
  }

  /**
   * Checks that the coinbase pays no more than the subsidy and the fees.
   *
   * @param fees of all other transactions, in satoshi
   * @throws org.ringlight.failure.DataInvalid where it pays more
   */
  public static void checkReward(
      BitcoinBlock block, long height, long fees, BitcoinNetwork network) {
    throw new UnsupportedOperationException(block + " " + height + network + fees);
  }

  /** New coins that a block at this height may make, in satoshi. */
  public static long subsidy(long height, BitcoinNetwork network) {
    throw new UnsupportedOperationException(network.word() + height);
  }
}
