package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/**
 * A row of {@code xmr.pool_transactions}; the components are the columns of {@link #TABLE}. {@code
 * unlockTime} is the 64 bits of an unsigned number. Arrays are the row's own: neither side changes
 * them after they were handed over.
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record PoolTransactionRow(
    long height,
    TxHash hash,
    PoolFate fate,
    long firstSeen,
    long lastSeen,
    int version,
    @Nullable Integer rctType,
    long unlockTime,
    long fee,
    long weight,
    int inputCount,
    int outputCount,
    byte[] extra,
    List<PublicKey> txPublicKeys,
    byte @Nullable [] paymentId,
    @Nullable String paymentIdKind) {

  public static final Table<PoolTransactionRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "pool_transactions",
          "A stay of a transaction in the pool of the node that was followed, its hash recomputed"
              + " from its bytes. One that leaves the pool and comes back has a row for each stay.",
          List.of(
              required(
                      1,
                      "height",
                      "blocks",
                      "The block that decided its fate: the one that holds it or what contradicts"
                          + " it; where it is gone, the tip when it was missed; while pending, the"
                          + " first block that may hold it, one above the tip.")
                  .int64(PoolTransactionRow::height),
              required(2, "hash", "", "The transaction's id.").bytes32(PoolTransactionRow::hash),
              required(
                      3,
                      "fate",
                      "",
                      "'pending'; 'mined': a block holds it; 'conflicted': a block holds another"
                          + " that spends one of its key images; 'gone': in the pool no longer, and"
                          + " neither.")
                  .text(row -> row.fate().word()),
              required(
                      4,
                      "first_seen",
                      "s since 1970",
                      "When this machine first saw it in the pool, by its own clock.")
                  .int64(PoolTransactionRow::firstSeen),
              required(
                      5,
                      "last_seen",
                      "s since 1970",
                      "When it was last seen there, as far as the last commit before its fate"
                          + " tells.")
                  .int64(PoolTransactionRow::lastSeen),
              required(6, "version", "", "1 with cleartext amounts, 2 since RingCT.")
                  .int32(PoolTransactionRow::version),
              optional(7, "rct_type", "", "RingCT type; absent in v1.")
                  .int32(PoolTransactionRow::rctType),
              required(
                      8,
                      "unlock_time",
                      "blocks or s since 1970",
                      "Below 500,000,000 a height, else a time; unsigned 64 bits.")
                  .uint64(PoolTransactionRow::unlockTime),
              required(9, "fee", "atomic", "As declared, in v1 inputs minus outputs.")
                  .int64(PoolTransactionRow::fee),
              required(10, "weight", "bytes", "Transaction weight, what fees are paid by.")
                  .int64(PoolTransactionRow::weight),
              required(11, "input_count", "", "Inputs, each with a row in pool_rings.")
                  .int32(PoolTransactionRow::inputCount),
              required(12, "output_count", "", "Outputs.").int32(PoolTransactionRow::outputCount),
              required(13, "extra", "", "The field extra, byte for byte.")
                  .bytes(PoolTransactionRow::extra),
              required(
                      14,
                      "tx_public_keys",
                      "",
                      "The transaction keys found in extra, in order: the main ones, then those per"
                          + " output.")
                  .bytes32List(17, PoolTransactionRow::txPublicKeys),
              optional(15, "payment_id", "", "32 bytes when plain, 8 when encrypted.")
                  .bytes(PoolTransactionRow::paymentId),
              optional(16, "payment_id_kind", "", "'plain' or 'encrypted'.")
                  .text(PoolTransactionRow::paymentIdKind)),
          "height",
          PoolTransactionRow::height,
          Cut.UNDECIDED,
          PoolTransactionRow::height,
          PoolTransactionRow::read);

  /** The same stay with another fate, decided at another height. */
  public PoolTransactionRow decided(PoolFate newFate, long newHeight) {
    return with(newFate, newHeight, firstSeen, lastSeen);
  }

  /** The same stay, seen from the earlier to the later of these times. */
  public PoolTransactionRow seen(long from, long to) {
    return with(fate, height, from, to);
  }

  private PoolTransactionRow with(PoolFate newFate, long newHeight, long from, long to) {
    return new PoolTransactionRow(
        newHeight,
        hash,
        newFate,
        from,
        to,
        version,
        rctType,
        unlockTime,
        fee,
        weight,
        inputCount,
        outputCount,
        extra,
        txPublicKeys,
        paymentId,
        paymentIdKind);
  }

  private static PoolTransactionRow read(RowSource in) {
    return new PoolTransactionRow(
        in.int64(),
        in.bytes32(TxHash::at),
        PoolFate.of(in.text()),
        in.int64(),
        in.int64(),
        in.int32(),
        in.optionalInt32(),
        in.int64(),
        in.int64(),
        in.int64(),
        in.int32(),
        in.int32(),
        in.bytes(),
        in.bytes32List(PublicKey::at),
        in.optionalBytes(),
        in.optionalText());
  }
}
