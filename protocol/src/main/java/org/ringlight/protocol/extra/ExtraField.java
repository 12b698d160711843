package org.ringlight.protocol.extra;

import java.util.List;
import org.ringlight.protocol.Bytes;
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
   * @param bytes at most 255
   */
  record Nonce(Bytes bytes) implements ExtraField {

    /** The longest nonce monerod reads. */
    public static final int LENGTH_MAX = 255;

    public Nonce {
      if (bytes.size() > LENGTH_MAX) {
        throw new IllegalArgumentException("at most 255 bytes of nonce, not " + bytes.size());
      }
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

  /** What one pool wrote (tag 0xDE); nobody knows what it means. */
  record MinerGate(Bytes bytes) implements ExtraField {}
}
