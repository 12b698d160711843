package org.ringlight.protocol.rules;

import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.UnsupportedTransaction;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.protocol.wire.PrunableWalk;
import org.ringlight.protocol.wire.TransactionEncoder;

/**
 * Bytes of a whole transaction, also of one that was pruned: what pruning leaves out has a size
 * that follows from the rest. Source: monero v0.18.3.4 src/ringct/rctTypes.h
 * serialize_rctsig_prunable; src/cryptonote_basic/cryptonote_format_utils.cpp
 * get_pruned_transaction_weight.
 *
 * <p>Assumed of a pruned transaction of types 3 to 6: one range proof over all outputs, as
 * expand_transaction_1 of the same file asks of every transaction.
 */
public final class TransactionSize {

  private static final int KEY = Bytes32.LENGTH;

  private TransactionSize() {}

  /** Bytes of the whole transaction. */
  public static long of(Transaction transaction) {
    return TransactionEncoder.pruned(transaction).length + prunable(transaction);
  }

  /** The same, without encoding it again. */
  public static long of(DecodedTransaction decoded) {
    return decoded.transaction() instanceof UnsupportedTransaction
        ? (long) decoded.end() - decoded.start()
        : decoded.baseEnd() - decoded.start() + prunable(decoded.transaction());
  }

  private static long prunable(Transaction transaction) {
    if (transaction instanceof TransactionV1 v1) {
      return TransactionV1.signatureBytes(v1.prefix());
    } else if (transaction instanceof TransactionV2 v2) {
      return v2.prunable() instanceof Prunable.Whole whole ? whole.bytes().size() : leftOut(v2);
    }
    return 0;
  }

  private static long leftOut(TransactionV2 transaction) {
    TransactionPrefix prefix = transaction.prefix();
    RingCtType type = transaction.base().type();
    int inputs = prefix.inputs().size();
    return rangeProofs(type, prefix.outputs().size())
        + PrunableWalk.signatureBytes(type, inputs, prefix.firstRingSize())
        + (type.pseudoOutputsInPrunable() ? (long) KEY * inputs : 0);
  }

  private static long rangeProofs(RingCtType type, int outputs) {
    int proofCount = type.fixedProofCount() ? 4 : 1;
    return switch (type.rangeProof()) {
      case NONE -> 0;
      case BORROMEAN -> (long) PrunableWalk.BORROMEAN_BYTES * outputs;
      case BULLETPROOF -> proofCount + bulletproof(9, outputs);
      case BULLETPROOF_PLUS -> proofCount + bulletproof(6, outputs);
    };
  }

  /** One proof: fixed keys, then as many L and R as rounds, each list with its count. */
  private static long bulletproof(int keys, int outputs) {
    return (long) KEY * (keys + 2 * rounds(outputs)) + 2;
  }

  /** Six for 64 bits, one more each time the number of outputs, padded, doubles. */
  static int rounds(int outputs) {
    return 6 + (outputs <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(outputs - 1));
  }
}
