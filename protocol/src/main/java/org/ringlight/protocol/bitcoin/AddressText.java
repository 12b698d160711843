package org.ringlight.protocol.bitcoin;

import org.jspecify.annotations.Nullable;

/**
 * Addresses as wallets of one network write them: base58check for hashes of keys and scripts,
 * bech32 for witness version 0 (BIP 173), bech32m for the later ones (BIP 350). A bare public key
 * has none and is written {@code pk(HEX)}, as descriptors do. Keeps buffers: one instance a thread.
 */
public final class AddressText {

  private final BitcoinNetwork network;

  public AddressText(BitcoinNetwork network) {
    this.network = network;
  }

  /** The address of a payee; null where its script names nobody that can be written so. */
  public @Nullable String of(Payee payee) {
    throw new UnsupportedOperationException(network.word() + payee);
  }
}
