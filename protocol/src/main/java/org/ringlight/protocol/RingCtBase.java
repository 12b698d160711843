package org.ringlight.protocol;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of RingCT a pruned node keeps. Source: monero v0.18.3.4 src/ringct/rctTypes.h
 * rctSigBase::serialize_rctsig_base.
 *
 * @param fee atomic units, unsigned; 0 in type 0
 * @param pseudoOutputs one for each input in type 2, else empty
 * @param encryptedAmounts of all outputs, one after the other, {@link
 *     RingCtType#encryptedAmountBytes} each; copied in and out
 * @param commitments one for each output; empty in type 0
 */
@SuppressWarnings("ArrayRecordComponent") // copied, and compared by content below
public record RingCtBase(
    RingCtType type,
    long fee,
    List<Commitment> pseudoOutputs,
    byte[] encryptedAmounts,
    List<Commitment> commitments) {

  /** The base of a coinbase: its type byte and nothing more. */
  public static final RingCtBase NULL =
      new RingCtBase(RingCtType.NULL, 0, List.of(), new byte[0], List.of());

  public RingCtBase {
    pseudoOutputs = List.copyOf(pseudoOutputs);
    encryptedAmounts = encryptedAmounts.clone();
    commitments = List.copyOf(commitments);
    if (encryptedAmounts.length != (long) commitments.size() * type.encryptedAmountBytes()) {
      throw new IllegalArgumentException(
          encryptedAmounts.length
              + " bytes of encrypted amounts do not go with "
              + commitments.size()
              + " commitments of type "
              + type);
    }
    if (type == RingCtType.NULL && (fee != 0 || !commitments.isEmpty())) {
      throw new IllegalArgumentException("type 0 has neither fee nor commitments");
    }
  }

  @Override
  public byte[] encryptedAmounts() {
    return encryptedAmounts.clone();
  }

  /** The encrypted amount of the output at this place: 64 or 8 bytes. */
  public byte[] encryptedAmount(int output) {
    int length = type.encryptedAmountBytes();
    return Arrays.copyOfRange(encryptedAmounts, output * length, (output + 1) * length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RingCtBase that
        && type == that.type
        && fee == that.fee
        && pseudoOutputs.equals(that.pseudoOutputs)
        && Arrays.equals(encryptedAmounts, that.encryptedAmounts)
        && commitments.equals(that.commitments);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + Long.hashCode(fee)) + commitments.hashCode();
  }

  @Override
  public String toString() {
    return "RingCtBase[type="
        + type
        + ", fee="
        + Long.toUnsignedString(fee)
        + ", pseudoOutputs="
        + pseudoOutputs.size()
        + ", commitments="
        + commitments.size()
        + "]";
  }
}
