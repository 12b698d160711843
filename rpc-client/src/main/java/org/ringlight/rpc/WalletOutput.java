package org.ringlight.rpc;

import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/**
 * An output that a wallet owns or owned.
 *
 * @param height block that holds it; 0 while it waits in the pool
 * @param amountIndex its global index among the RingCT outputs and version 2 coinbases (index space
 *     0), which are all a modern wallet receives; meaningless while it waits in the pool
 * @param amount atomic units
 * @param account account that received it
 * @param subaddress index within the account of the address that received it
 * @param keyImage what its spend will show on the chain; absent in a wallet that only sees
 */
public record WalletOutput(
    TxHash txHash,
    PublicKey publicKey,
    long height,
    long amountIndex,
    long amount,
    int account,
    int subaddress,
    State state,
    @Nullable KeyImage keyImage) {

  /** Whether it can be spent: not yet, now, no more. */
  public enum State {
    LOCKED,
    UNLOCKED,
    SPENT
  }

  /**
   * The key image, of a wallet that can spend.
   *
   * @throws IllegalStateException in a wallet that only sees
   */
  public KeyImage ownKeyImage() {
    if (keyImage == null) {
      throw new IllegalStateException("no key image of 0:" + amountIndex + " without a spend key");
    }
    return keyImage;
  }
}
