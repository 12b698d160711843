package org.ringlight.protocol.extra;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.PublicKey;

/** One field of extra. Source: monero v0.18.3.4 src/cryptonote_basic/tx_extra.h. */
public sealed interface ExtraField {

  /**
   * Zero bytes to the end (tag 0x00).
   *
   * @param length 1 to 255 bytes, the tag counted
   */
  record Padding(int length) implements ExtraField {

    /** The longest padding monerod reads as such. */
    public static final int LENGTH_MAX = 255;

    public Padding {
      if (length < 1 || length > LENGTH_MAX) {
        throw new IllegalArgumentException("1 to 255 bytes of padding, not " + length);
      }
    }
  }

  /** The transaction public key R (tag 0x01). */
  record TransactionKey(PublicKey key) implements ExtraField {}

  /**
   * Free bytes (tag 0x02): of a miner, or a payment id.
   *
   * @param bytes at most 255; copied in and out
   */
  @SuppressWarnings("ArrayRecordComponent") // copied, and compared by content below
  record Nonce(byte[] bytes) implements ExtraField {

    /** The longest nonce monerod reads. */
    public static final int LENGTH_MAX = 255;

    public Nonce {
      if (bytes.length > LENGTH_MAX) {
        throw new IllegalArgumentException("at most 255 bytes of nonce, not " + bytes.length);
      }
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Nonce that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Nonce[" + HexFormat.of().formatHex(bytes) + "]";
    }
  }

  /**
   * Another chain mined by the same work (tag 0x03).
   *
   * @param depth of the tree of chains, unsigned
   * @param root of that tree
   */
  record MergeMining(long depth, Hash root) implements ExtraField {}

  /** A transaction public key for each output, where one of them is a subaddress (tag 0x04). */
  record AdditionalKeys(List<PublicKey> keys) implements ExtraField {
    public AdditionalKeys {
      keys = List.copyOf(keys);
    }
  }

  /**
   * What one pool wrote (tag 0xDE); nobody knows what it means.
   *
   * @param bytes copied in and out
   */
  @SuppressWarnings("ArrayRecordComponent") // copied, and compared by content below
  record MinerGate(byte[] bytes) implements ExtraField {

    public MinerGate {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof MinerGate that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "MinerGate[" + HexFormat.of().formatHex(bytes) + "]";
    }
  }
}
