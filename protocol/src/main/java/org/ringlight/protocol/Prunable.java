package org.ringlight.protocol;

/** The range proofs and ring signatures of a RingCT transaction: there, left out, or never made. */
public sealed interface Prunable {

  /**
   * All of it.
   *
   * @param bytes as they stand on the wire
   */
  record Whole(Bytes bytes) implements Prunable {

    /** Keccak-256 of the bytes, which is what pruning keeps of them; computed once. */
    public Hash hash() {
      return bytes.keccak();
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
