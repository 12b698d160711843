package org.ringlight.protocol.wire;

import org.ringlight.protocol.RingCtType;

/**
 * Walks over proofs and signatures by their structure, without keeping them. Source: monero
 * v0.18.3.4 src/ringct/rctTypes.h rctSigPrunable::serialize_rctsig_prunable.
 */
public final class PrunableWalk {

  private static final int KEY = 32;

  /** Two scalars for each of 64 bits and one hash, then 64 points: an output's Borromean proof. */
  public static final int BORROMEAN_BYTES = KEY * (64 + 64 + 1 + 64);

  private final WireReader in;
  private final RingCtType type;
  private final int inputs;
  private final int outputs;
  private final int ringSize;

  private PrunableWalk(WireReader in, RingCtType type, int inputs, int outputs, int ringSize) {
    this.in = in;
    this.type = type;
    this.inputs = inputs;
    this.outputs = outputs;
    this.ringSize = ringSize;
  }

  /**
   * Passes the whole prunable part.
   *
   * @param ringSize of the first input, which sets it for all
   * @return for how many outputs the range proofs have room: with Bulletproofs the number of
   *     outputs padded to a power of two
   */
  public static int pass(WireReader in, RingCtType type, int inputs, int outputs, int ringSize) {
    return new PrunableWalk(in, type, inputs, outputs, ringSize).pass();
  }

  private int pass() {
    if (type == RingCtType.NULL) {
      return outputs;
    }
    if (ringSize == 0) {
      throw in.invalid("the first ring of a RingCT transaction has no member");
    }
    int room =
        switch (type.rangeProof()) {
          case NONE -> outputs;
          case BORROMEAN -> borromean();
          case BULLETPROOF -> bulletproofs(6, 3);
          case BULLETPROOF_PLUS -> bulletproofs(6, 0);
        };
    in.skip(signatureBytes(type, inputs, ringSize), "ring signatures");
    if (type.pseudoOutputsInPrunable()) {
      in.skip((long) KEY * inputs, "pseudo outputs");
    }
    return room;
  }

  private int borromean() {
    in.skip((long) BORROMEAN_BYTES * outputs, "Borromean range proofs");
    return outputs;
  }

  private int bulletproofs(int keysBefore, int keysAfter) {
    long count =
        type.fixedProofCount() ? in.u32("number of proofs") : in.varint(32, "number of proofs");
    if (count > outputs || count > in.remaining() / Bounds.BULLETPROOF_BYTES) {
      throw in.invalid(count + " proofs for " + outputs + " outputs");
    }
    long room = 0;
    for (int i = 0; i < count; i++) {
      in.skip((long) KEY * keysBefore, "range proof");
      int left = rounds("L of a range proof");
      int right = rounds("R of a range proof");
      if (left != right) {
        throw in.invalid("a range proof with " + left + " L and " + right + " R");
      }
      in.skip((long) KEY * keysAfter, "range proof");
      room += 1L << (left - Bounds.PROOF_ROUNDS_MIN);
    }
    if (room < outputs) {
      throw in.invalid("range proofs for " + room + " of " + outputs + " outputs");
    }
    return Math.toIntExact(room);
  }

  private int rounds(String what) {
    int count = in.count(what, KEY);
    if (count < Bounds.PROOF_ROUNDS_MIN || count > Bounds.PROOF_ROUNDS_MAX) {
      throw in.invalid(count + " rounds as " + what + ", 6 to 10 wanted");
    }
    in.skip((long) KEY * count, what);
    return count;
  }

  /** Bytes of all ring signatures, each of one {@code ringSize}. */
  public static long signatureBytes(RingCtType type, int inputs, int ringSize) {
    return switch (type.ringSignature()) {
      case NONE -> 0;
      case MLSAG_OVER_ALL_INPUTS -> KEY * ((long) ringSize * (inputs + 1L) + 1);
      case MLSAG -> (long) KEY * inputs * (2L * ringSize + 1);
      case CLSAG -> (long) KEY * inputs * (ringSize + 2L);
    };
  }
}
