package org.ringlight.protocol.extra;

import org.ringlight.protocol.Bytes;

/**
 * What told a receiver which customer paid. Source: monero v0.18.3.4
 * src/cryptonote_basic/cryptonote_format_utils.cpp get_payment_id_from_tx_extra_nonce,
 * get_encrypted_payment_id_from_tx_extra_nonce.
 *
 * @param bytes as many as the kind says
 */
public record PaymentId(Kind kind, Bytes bytes) {

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
    if (bytes.size() != kind.length()) {
      throw new IllegalArgumentException(kind + " payment id of " + bytes.size() + " bytes");
    }
  }
}
