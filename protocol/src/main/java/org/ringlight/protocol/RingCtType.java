package org.ringlight.protocol;

import java.util.Optional;

/**
 * How a version 2 transaction hides and proves its amounts. Source: monero v0.18.3.4
 * src/ringct/rctTypes.h (enum RCTType*), src/ringct/rctTypes.cpp (is_rct_*).
 */
public enum RingCtType {
  /** A coinbase: nothing hidden, nothing proved. */
  NULL(0),
  /** One MLSAG over all inputs, Borromean range proofs (hard forks 4 to 8). */
  FULL(1),
  /** One MLSAG for each input, Borromean range proofs (hard forks 4 to 8). */
  SIMPLE(2),
  /** One MLSAG for each input, Bulletproofs (hard forks 8 to 10). */
  BULLETPROOF(3),
  /** As before with 8-byte encrypted amounts (hard forks 10 to 13, and two transactions in 14). */
  BULLETPROOF2(4),
  /** One CLSAG for each input, Bulletproofs (hard forks 13 to 15). */
  CLSAG(5),
  /** One CLSAG for each input, Bulletproofs+ (from hard fork 15). */
  BULLETPROOF_PLUS(6);

  private static final RingCtType[] ALL = values();

  private final byte wireByte;

  RingCtType(int wireByte) {
    this.wireByte = (byte) wireByte;
  }

  /** The proof that every amount lies in 0 to 2^64 - 1. */
  public enum RangeProof {
    NONE,
    BORROMEAN,
    BULLETPROOF,
    BULLETPROOF_PLUS
  }

  /** The signature over the rings. */
  public enum RingSignature {
    NONE,
    /** One for the whole transaction. */
    MLSAG_OVER_ALL_INPUTS,
    MLSAG,
    CLSAG
  }

  /** The type with this byte, 0 to 255; empty when it is none this program knows. */
  public static Optional<RingCtType> of(int wireByte) {
    for (RingCtType type : ALL) {
      if (type.wireByte == wireByte) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The byte on the wire. */
  public byte wireByte() {
    return wireByte;
  }

  public RangeProof rangeProof() {
    return switch (this) {
      case NULL -> RangeProof.NONE;
      case FULL, SIMPLE -> RangeProof.BORROMEAN;
      case BULLETPROOF, BULLETPROOF2, CLSAG -> RangeProof.BULLETPROOF;
      case BULLETPROOF_PLUS -> RangeProof.BULLETPROOF_PLUS;
    };
  }

  public RingSignature ringSignature() {
    return switch (this) {
      case NULL -> RingSignature.NONE;
      case FULL -> RingSignature.MLSAG_OVER_ALL_INPUTS;
      case SIMPLE, BULLETPROOF, BULLETPROOF2 -> RingSignature.MLSAG;
      case CLSAG, BULLETPROOF_PLUS -> RingSignature.CLSAG;
    };
  }

  /** Bytes of one output's encrypted amount: mask and amount until type 3, then 8 bytes. */
  public int encryptedAmountBytes() {
    return switch (this) {
      case NULL -> 0;
      case FULL, SIMPLE, BULLETPROOF -> 64;
      case BULLETPROOF2, CLSAG, BULLETPROOF_PLUS -> 8;
    };
  }

  /** Whether the inputs' pseudo outputs stand in the base. */
  public boolean pseudoOutputsInBase() {
    return switch (this) {
      case SIMPLE -> true;
      case NULL, FULL, BULLETPROOF, BULLETPROOF2, CLSAG, BULLETPROOF_PLUS -> false;
    };
  }

  /** Whether the inputs' pseudo outputs stand at the end of the prunable part. */
  public boolean pseudoOutputsInPrunable() {
    return switch (this) {
      case BULLETPROOF, BULLETPROOF2, CLSAG, BULLETPROOF_PLUS -> true;
      case NULL, FULL, SIMPLE -> false;
    };
  }

  /** Whether the number of range proofs stands as four fixed bytes instead of a varint. */
  public boolean fixedProofCount() {
    return switch (this) {
      case BULLETPROOF -> true;
      case NULL, FULL, SIMPLE, BULLETPROOF2, CLSAG, BULLETPROOF_PLUS -> false;
    };
  }
}
