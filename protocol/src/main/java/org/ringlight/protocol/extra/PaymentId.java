package org.ringlight.protocol.extra;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What told a receiver which customer paid. Source: monero v0.18.3.4
 * src/cryptonote_basic/cryptonote_format_utils.cpp get_payment_id_from_tx_extra_nonce,
 * get_encrypted_payment_id_from_tx_extra_nonce.
 *
 * @param bytes as many as the kind says; copied in and out
 */
@SuppressWarnings("ArrayRecordComponent") // copied, and compared by content below
public record PaymentId(Kind kind, byte[] bytes) {

  /** How it is written. */
  public enum Kind {
    /** 32 bytes in clear, the same for every payment of that customer. */
    PLAIN(0x00, 32),
    /** 8 bytes encrypted to the receiver; since v0.14 wallets write a dummy where there is none. */
    ENCRYPTED(0x01, 8);

    private final int tag;
    private final int length;

    Kind(int tag, int length) {
      this.tag = tag;
      this.length = length;
    }

    /** The byte of the nonce before it. */
    int tag() {
      return tag;
    }

    /** Bytes of such a payment id. */
    public int length() {
      return length;
    }
  }

  public PaymentId {
    if (bytes.length != kind.length()) {
      throw new IllegalArgumentException(kind + " payment id of " + bytes.length + " bytes");
    }
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PaymentId that && kind == that.kind && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + Arrays.hashCode(bytes);
  }

  /** The bytes in hex. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
