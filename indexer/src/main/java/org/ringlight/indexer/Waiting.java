package org.ringlight.indexer;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.PoolFate;
import org.ringlight.lake.table.PoolRingRow;
import org.ringlight.lake.table.PoolTransactionRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.TxHash;

/**
 * A transaction that was seen in the pool, verified, as the rows it becomes. Their height and fate
 * are set when they are written.
 */
record Waiting(PoolTransactionRow transaction, List<PoolRingRow> rings) {

  private static final long UNSET = -1;

  /**
   * A transaction that is seen for the first time.
   *
   * @param now seconds since 1970
   * @throws org.ringlight.failure.DataInvalid where its ring members are no numbers of outputs
   */
  static Waiting of(CheckedTransaction.Verified verified, long now) {
    TransactionRow facts = TransactionRows.row(UNSET, UNSET, 1, verified);
    List<Input> inputs = verified.shape().prefix().inputs();
    List<PoolRingRow> rings = new ArrayList<>(inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i) instanceof Input.ToKey ring) {
        rings.add(
            new PoolRingRow(
                UNSET,
                verified.hash(),
                i,
                ring.amount(),
                ring.keyImage(),
                ring.offsets().absolute()));
      }
    }
    return new Waiting(
        new PoolTransactionRow(
            UNSET,
            verified.hash(),
            PoolFate.PENDING,
            now,
            now,
            facts.version(),
            facts.rctType(),
            facts.unlockTime(),
            requireNonNull(facts.fee()),
            facts.weight(),
            facts.inputCount(),
            facts.outputCount(),
            facts.extra(),
            facts.txPublicKeys(),
            facts.paymentId(),
            facts.paymentIdKind()),
        rings);
  }

  /** The stays in {@code tables} whose height is from {@code from} to {@code to}, both included. */
  static Collection<Waiting> read(Snapshot tables, long from, long to) {
    Map<TxHash, Waiting> stays = new LinkedHashMap<>();
    try (Rows<PoolTransactionRow> rows = tables.scan(PoolTransactionRow.TABLE, from, to)) {
      rows.forEachRemaining(
          row -> stays.merge(row.hash(), new Waiting(row, new ArrayList<>()), Waiting::and));
    }
    try (Rows<PoolRingRow> rows = tables.scan(PoolRingRow.TABLE, from, to)) {
      rows.forEachRemaining(row -> requireNonNull(stays.get(row.txHash())).add(row));
    }
    return stays.values();
  }

  private void add(PoolRingRow ring) {
    if (rings.stream().noneMatch(known -> known.inputIndex() == ring.inputIndex())) {
      rings.add(ring);
    }
  }

  TxHash hash() {
    return transaction.hash();
  }

  /** This stay and another of the same transaction as one. */
  Waiting and(Waiting other) {
    PoolTransactionRow that = other.transaction;
    return new Waiting(
        transaction.seen(
            Math.min(transaction.firstSeen(), that.firstSeen()),
            Math.max(transaction.lastSeen(), that.lastSeen())),
        rings.isEmpty() ? other.rings : rings);
  }

  /** The same, seen once more. */
  Waiting seen(long now) {
    return new Waiting(
        transaction.seen(transaction.firstSeen(), Math.max(transaction.lastSeen(), now)), rings);
  }

  /** The same with its fate and the height that decided it, or that can. */
  Waiting decided(PoolFate fate, long height) {
    return new Waiting(
        transaction.decided(fate, height),
        rings.stream().map(ring -> ring.decided(height)).toList());
  }

  void append(Commit commit) {
    commit.append(PoolTransactionRow.TABLE, transaction);
    rings.forEach(ring -> commit.append(PoolRingRow.TABLE, ring));
  }

  void appendUndecided(Commit commit) {
    commit.appendUndecided(PoolTransactionRow.TABLE, transaction);
    rings.forEach(ring -> commit.appendUndecided(PoolRingRow.TABLE, ring));
  }
}
