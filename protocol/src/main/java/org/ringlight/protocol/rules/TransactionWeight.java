package org.ringlight.protocol.rules;

import java.util.function.Function;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.protocol.wire.PrunableWalk;
import org.ringlight.protocol.wire.WireReader;

/**
 * What fees and block limits count: size, plus most of what one Bulletproof over many outputs saves
 * against proofs over two outputs each, since checking it takes longer than its size says. Source:
 * monero v0.18.3.4 src/cryptonote_basic/cryptonote_format_utils.cpp get_transaction_weight,
 * get_transaction_weight_clawback, get_pruned_transaction_weight.
 */
public final class TransactionWeight {

  /** src/cryptonote_config.h BULLETPROOF_MAX_OUTPUTS, BULLETPROOF_PLUS_MAX_OUTPUTS. */
  public static final int OUTPUTS_MAX = 16;

  private static final int KEY = Bytes32.LENGTH;

  private TransactionWeight() {}

  /**
   * The weight, also of a pruned transaction.
   *
   * @throws DataInvalid with more outputs than a range proof can cover
   */
  public static long of(Transaction transaction) {
    return TransactionSize.of(transaction)
        + clawback(transaction, whole -> WireReader.of(whole.bytes().toBytes()));
  }

  /** The same, from the bytes the transaction was read from: nothing is encoded or copied. */
  public static long of(DecodedTransaction decoded) {
    return TransactionSize.of(decoded)
        + clawback(
            decoded.transaction(),
            whole -> WireReader.of(decoded.source(), decoded.baseEnd(), decoded.end()));
  }

  /**
   * What is added to the size of a transaction of this type with so many outputs, its proofs being
   * one range proof over all of them.
   */
  public static long clawback(RingCtType type, int outputs) {
    return clawbackOfPadded(type, 1 << (TransactionSize.rounds(outputs) - 6));
  }

  private static long clawback(
      Transaction transaction, Function<Prunable.Whole, WireReader> reader) {
    if (!(transaction instanceof TransactionV2 v2)) {
      return 0;
    }
    RingCtType type = v2.base().type();
    if (fixedKeys(type) == 0) {
      return 0;
    }
    int paddedOutputs = paddedOutputs(v2, reader);
    int outputs = v2.prefix().outputs().size();
    if (paddedOutputs > 2 && outputs > OUTPUTS_MAX) {
      throw new DataInvalid(
          outputs + " outputs in a transaction of type " + type,
          "weight",
          "no valid block holds it: check where it came from");
    }
    return clawbackOfPadded(type, paddedOutputs);
  }

  private static long clawbackOfPadded(RingCtType type, int paddedOutputs) {
    int keys = fixedKeys(type);
    if (keys == 0 || paddedOutputs <= 2) {
      return 0;
    }
    long halfOfProofOverTwo = (long) KEY * (keys + 7 * 2) / 2;
    long proof = (long) KEY * (keys + 2 * TransactionSize.rounds(paddedOutputs));
    return (halfOfProofOverTwo * paddedOutputs - proof) * 4 / 5;
  }

  /** Keys in a range proof besides L and R; 0 where nothing is taken back. */
  private static int fixedKeys(RingCtType type) {
    return switch (type.rangeProof()) {
      case NONE, BORROMEAN -> 0;
      case BULLETPROOF -> 9;
      case BULLETPROOF_PLUS -> 6;
    };
  }

  private static int paddedOutputs(
      TransactionV2 transaction, Function<Prunable.Whole, WireReader> reader) {
    TransactionPrefix prefix = transaction.prefix();
    RingCtType type = transaction.base().type();
    int outputs = prefix.outputs().size();
    if (transaction.prunable() instanceof Prunable.Whole whole) {
      return PrunableWalk.pass(
          reader.apply(whole), type, prefix.inputs().size(), outputs, prefix.firstRingSize());
    }
    return 1 << (TransactionSize.rounds(Math.min(outputs, OUTPUTS_MAX + 1)) - 6);
  }
}
