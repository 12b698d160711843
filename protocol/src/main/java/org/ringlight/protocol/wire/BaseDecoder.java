package org.ringlight.protocol.wire;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.RingCtBase;
import org.ringlight.protocol.RingCtType;

/**
 * Reads the part of RingCT that pruning keeps. Source: monero v0.18.3.4 src/ringct/rctTypes.h
 * rctSigBase::serialize_rctsig_base.
 */
final class BaseDecoder {

  private BaseDecoder() {}

  static RingCtBase decode(byte[] bytes, WireReader in, int start, int inputs, int outputs)
      throws UnsupportedKind {
    int typeByte = in.u8("RingCT type");
    RingCtType type = RingCtType.of(typeByte).orElse(null);
    if (type == null) {
      throw new UnsupportedKind("RingCT type " + typeByte, in.position() - start - 1);
    }
    if (type == RingCtType.NULL) {
      return RingCtBase.NULL;
    }
    long fee = in.varint("fee");
    List<Commitment> pseudoOutputs =
        type.pseudoOutputsInBase() ? commitments(bytes, in, inputs, "pseudo outputs") : List.of();
    Bytes encrypted = in.bytes((long) outputs * type.encryptedAmountBytes(), "encrypted amounts");
    return new RingCtBase(
        type, fee, pseudoOutputs, encrypted, commitments(bytes, in, outputs, "commitments"));
  }

  private static List<Commitment> commitments(byte[] bytes, WireReader in, int count, String what) {
    int at = in.skip((long) count * Bounds.HASH_BYTES, what);
    List<Commitment> commitments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      commitments.add(Commitment.at(bytes, at + i * Bounds.HASH_BYTES));
    }
    return commitments;
  }
}
