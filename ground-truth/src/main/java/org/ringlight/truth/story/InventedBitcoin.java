package org.ringlight.truth.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bitcoin payments that never were: hashes of a phrase in place of transaction ids, and addresses
 * of Bitcoin's regtest network ({@code bcrt1q…}), which no wallet takes for real ones.
 */
final class InventedBitcoin {

  private static final int PROGRAM = 20;

  private final String phrase;
  private int count;

  /**
   * @param phrase what all of it follows from
   */
  InventedBitcoin(String phrase) {
    this.phrase = phrase;
  }

  /** The next payment. */
  SwapTrade.BitcoinLeg pays(long satoshi, Instant time) {
    count++;
    return new SwapTrade.BitcoinLeg(
        time,
        HexFormat.of().formatHex(hash("tx")),
        Bech32.regtestAddress(Arrays.copyOf(hash("address"), PROGRAM)),
        satoshi);
  }

  private byte[] hash(String what) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((phrase + " " + what + " " + count).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
