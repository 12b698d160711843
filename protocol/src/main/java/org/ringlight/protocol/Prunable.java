package org.ringlight.protocol;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The range proofs and ring signatures of a RingCT transaction: there, left out, or never made. */
public sealed interface Prunable {

  /**
   * All of it, as it stands on the wire.
   *
   * @param bytes copied in and out
   */
  @SuppressWarnings("ArrayRecordComponent") // copied, and compared by content below
  record Whole(byte[] bytes) implements Prunable {

    public Whole {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    /** How many bytes. */
    public int size() {
      return bytes.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Whole that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Whole[" + bytes.length + " bytes]";
    }
  }

  /**
   * Left out, its hash kept: the transaction's hash can still be computed.
   *
   * @param hash Keccak-256 of the bytes left out
   */
  record Pruned(Hash hash) implements Prunable {}

  /** Left out, and nobody gave its hash: the transaction's hash cannot be computed. */
  record Unknown() implements Prunable {}

  /** There is none: RingCT type 0, a coinbase. */
  record None() implements Prunable {}
}
