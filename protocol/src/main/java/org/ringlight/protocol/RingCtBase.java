package org.ringlight.protocol;

import java.util.List;

/**
 * The part of RingCT a pruned node keeps. Source: monero v0.18.3.4 src/ringct/rctTypes.h
 * rctSigBase::serialize_rctsig_base.
 *
 * @param fee atomic units, unsigned; 0 in type 0
 * @param pseudoOutputs one for each input in type 2, else empty
 * @param encryptedAmounts of all outputs, one after the other, {@link
 *     RingCtType#encryptedAmountBytes} each
 * @param commitments one for each output; empty in type 0
 */
public record RingCtBase(
    RingCtType type,
    long fee,
    List<Commitment> pseudoOutputs,
    Bytes encryptedAmounts,
    List<Commitment> commitments) {

  /** The base of a coinbase: its type byte and nothing more. */
  public static final RingCtBase NULL =
      new RingCtBase(RingCtType.NULL, 0, List.of(), Bytes.EMPTY, List.of());

  public RingCtBase {
    pseudoOutputs = List.copyOf(pseudoOutputs);
    commitments = List.copyOf(commitments);
    if (encryptedAmounts.size() != (long) commitments.size() * type.encryptedAmountBytes()) {
      throw new IllegalArgumentException(
          encryptedAmounts.size()
              + " bytes of encrypted amounts do not go with "
              + commitments.size()
              + " commitments of type "
              + type);
    }
    if (type == RingCtType.NULL && (fee != 0 || !commitments.isEmpty())) {
      throw new IllegalArgumentException("type 0 has neither fee nor commitments");
    }
  }

  /** The encrypted amount of the output at this place: 64 or 8 bytes. */
  public Bytes encryptedAmount(int output) {
    int length = type.encryptedAmountBytes();
    return encryptedAmounts.slice(output * length, (output + 1) * length);
  }
}
