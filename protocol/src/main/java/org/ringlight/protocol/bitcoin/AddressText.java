package org.ringlight.protocol.bitcoin;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as wallets of one network write them: base58check for hashes of keys and scripts,
 * bech32 for witness version 0 (BIP 173), bech32m for the later ones (BIP 350). A bare public key
 * has none and is written {@code pk(HEX)}, as descriptors do. Keeps buffers: one instance a thread.
 * Source: Bitcoin Core v28.0 {@code src/key_io.cpp} ({@code DestinationEncoder}).
 */
public final class AddressText {

  private final Base58Check base58 = new Base58Check();
  private final Bech32 bech32;
  private final byte keyHash;
  private final byte scriptHash;

  public AddressText(BitcoinNetwork network) {
    this.keyHash = (byte) network.keyHashPrefix();
    this.scriptHash = (byte) network.scriptHashPrefix();
    this.bech32 = new Bech32(network.segwitPrefix().getBytes(StandardCharsets.US_ASCII));
  }

  /** The address of a payee; null where its script names nobody that can be written so. */
  public @Nullable String of(Payee payee) {
    byte[] program = payee.program();
    if (program == null) {
      return null;
    }
    return switch (payee.type()) {
      case P2PK -> "pk(" + HexFormat.of().formatHex(program) + ")";
      case P2PKH -> base58.text(keyHash, program);
      case P2SH -> base58.text(scriptHash, program);
      case P2WPKH, P2WSH, P2TR, ANCHOR, WITNESS_UNKNOWN ->
          bech32.text(payee.witnessVersion(), program);
      case MULTISIG, NULL_DATA, NONSTANDARD -> null;
    };
  }
}
