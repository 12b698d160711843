package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/**
 * A row of {@code xmr.transactions}; the components are the columns of {@link #TABLE}. {@code
 * unlockTime} is the 64 bits of an unsigned number. Arrays are the row's own: neither side changes
 * them after they were handed over.
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record TransactionRow(
    long txId,
    long height,
    int indexInBlock,
    TxHash hash,
    boolean coinbase,
    int version,
    @Nullable Integer rctType,
    long unlockTime,
    @Nullable Long fee,
    long weight,
    int inputCount,
    int outputCount,
    byte[] extra,
    List<PublicKey> txPublicKeys,
    byte @Nullable [] paymentId,
    @Nullable String paymentIdKind,
    @Nullable Hash prunableHash) {

  public static final Table<TransactionRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "transactions",
          "A transaction of the current chain, coinbases included.",
          List.of(
              required(
                      1,
                      "tx_id",
                      "",
                      "Dense number in chain order from 0 at genesis, coinbase first in its block."
                          + " Reused after a reorganisation: never a key of findings.")
                  .int64(TransactionRow::txId),
              required(2, "height", "blocks", "The block it is in.").int64(TransactionRow::height),
              required(3, "index_in_block", "", "Position in the block; 0 is the coinbase.")
                  .int32(TransactionRow::indexInBlock),
              required(4, "hash", "", "The transaction's id.").bytes32(TransactionRow::hash),
              required(5, "coinbase", "", "Whether it is the miner's.")
                  .bool(TransactionRow::coinbase),
              required(6, "version", "", "1 with cleartext amounts, 2 since RingCT.")
                  .int32(TransactionRow::version),
              optional(7, "rct_type", "", "RingCT type, 0 for a v2 coinbase; absent in v1.")
                  .int32(TransactionRow::rctType),
              required(
                      8,
                      "unlock_time",
                      "blocks or s since 1970",
                      "Below 500,000,000 a height, else a time; unsigned 64 bits.")
                  .uint64(TransactionRow::unlockTime),
              optional(
                      9,
                      "fee",
                      "atomic",
                      "As declared, in v1 inputs minus outputs; absent for a coinbase.")
                  .int64(TransactionRow::fee),
              required(10, "weight", "bytes", "Transaction weight, what fees are paid by.")
                  .int64(TransactionRow::weight),
              required(11, "input_count", "", "Inputs; 1 for a coinbase, which has no ring.")
                  .int32(TransactionRow::inputCount),
              required(12, "output_count", "", "Outputs.").int32(TransactionRow::outputCount),
              required(13, "extra", "", "The field extra, byte for byte.")
                  .bytes(TransactionRow::extra),
              required(
                      14,
                      "tx_public_keys",
                      "",
                      "The transaction keys found in extra, in order: the main ones, then those per"
                          + " output.")
                  .bytes32List(18, TransactionRow::txPublicKeys),
              optional(15, "payment_id", "", "32 bytes when plain, 8 when encrypted.")
                  .bytes(TransactionRow::paymentId),
              optional(16, "payment_id_kind", "", "'plain' or 'encrypted'.")
                  .text(TransactionRow::paymentIdKind),
              optional(
                      17,
                      "prunable_hash",
                      "",
                      "Hash of the signatures and proofs, which are not stored: with it the"
                          + " transaction's hash can be recomputed from the tables. Absent in v1.")
                  .bytes32(TransactionRow::prunableHash)),
          "tx_id",
          TransactionRow::txId,
          Cut.HEIGHT,
          TransactionRow::height,
          TransactionRow::read);

  private static TransactionRow read(RowSource in) {
    long txId = in.int64();
    long height = in.int64();
    int indexInBlock = in.int32();
    return rest(txId, height, indexInBlock, in.bytes32(TxHash::at), in);
  }

  /** A row of a table that has the hash among columns of its own. */
  static TransactionRow read(long txId, long height, TxHash hash, RowSource in) {
    return rest(txId, height, in.int32(), hash, in);
  }

  private static TransactionRow rest(
      long txId, long height, int indexInBlock, TxHash hash, RowSource in) {
    return new TransactionRow(
        txId,
        height,
        indexInBlock,
        hash,
        in.bool(),
        in.int32(),
        in.optionalInt32(),
        in.int64(),
        in.optionalInt64(),
        in.int64(),
        in.int32(),
        in.int32(),
        in.bytes(),
        in.bytes32List(PublicKey::at),
        in.optionalBytes(),
        in.optionalText(),
        in.optionalBytes32(Hash::at));
  }
}
