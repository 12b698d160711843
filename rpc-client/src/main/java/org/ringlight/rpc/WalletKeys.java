package org.ringlight.rpc;

import org.jspecify.annotations.Nullable;

/**
 * What a wallet is made from.
 *
 * @param address primary address, base58
 * @param viewKey secret view key, 64 hex digits
 * @param spendKey secret spend key, 64 hex digits; absent in a wallet that only sees
 */
public record WalletKeys(String address, String viewKey, @Nullable String spendKey) {

  /** The same wallet without the power to spend: what an auditor is given. */
  public WalletKeys viewOnly() {
    return new WalletKeys(address, viewKey, null);
  }

  /** Names the address only: secrets are not printed. */
  @Override
  public String toString() {
    return "keys of " + address;
  }
}
