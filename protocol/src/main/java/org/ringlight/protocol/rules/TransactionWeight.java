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

  private static long clawback(
      Transaction transaction, Function<Prunable.Whole, WireReader> reader) {
    if (!(transaction instanceof TransactionV2 v2)) {
      return 0;
    }
    return switch (v2.base().type().rangeProof()) {
      case NONE, BORROMEAN -> 0;
      case BULLETPROOF -> clawback(v2, 9, reader);
      case BULLETPROOF_PLUS -> clawback(v2, 6, reader);
    };
  }

  /**
   * @param keys fixed ones in a proof
   * @param reader of what is prunable
   */
  private static long clawback(
      TransactionV2 transaction, int keys, Function<Prunable.Whole, WireReader> reader) {
    int paddedOutputs = paddedOutputs(transaction, reader);
    if (paddedOutputs <= 2) {
      return 0;
    }
    int outputs = transaction.prefix().outputs().size();
    if (outputs > OUTPUTS_MAX) {
      throw new DataInvalid(
          outputs + " outputs in a transaction of type " + transaction.base().type(),
          "weight",
          "no valid block holds it: check where it came from");
    }
    long halfOfProofOverTwo = (long) KEY * (keys + 7 * 2) / 2;
    long proof = (long) KEY * (keys + 2 * TransactionSize.rounds(paddedOutputs));
    return (halfOfProofOverTwo * paddedOutputs - proof) * 4 / 5;
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
