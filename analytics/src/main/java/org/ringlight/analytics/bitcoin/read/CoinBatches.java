package org.ringlight.analytics.bitcoin.read;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.Batches;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Selection;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.TxHash;

/**
 * Transactions with their inputs and outputs: some columns of three tables in one order, read side
 * by side. In memory are a few row groups of each and one transaction.
 */
final class CoinBatches implements AutoCloseable {

  private final StoredTransaction transaction = new StoredTransaction();
  private final Transactions transactions;
  private final Inputs inputs;
  private final Outputs outputs;

  /** Of the blocks between two heights, both included. */
  CoinBatches(Snapshot tables, long fromHeight, long toHeight) {
    this.transactions = new Transactions(tables, fromHeight, toHeight);
    this.inputs = new Inputs(tables, fromHeight, toHeight);
    this.outputs = new Outputs(tables, fromHeight, toHeight);
  }

  boolean hasNext() {
    return transactions.hasRow();
  }

  /** The next one: always the same object. */
  StoredTransaction next() {
    transactions.begin(transaction);
    inputs.addTo(transaction);
    outputs.addTo(transaction);
    transaction.end();
    return transaction;
  }

  @Override
  public void close() {
    try (transactions;
        inputs;
        outputs) {
      // all three, whatever one of them throws
    }
  }

  /** The rows of one table, batch after batch. */
  private abstract static class Part implements AutoCloseable {

    private final Batches batches;
    private long[] txIds = new long[0];
    private int row;

    <R> Part(Snapshot tables, Table<R> table, long fromHeight, long toHeight, String... columns) {
      List<Selection<R>> selections =
          fromHeight <= 0 && toHeight == Long.MAX_VALUE
              ? List.of()
              : List.of(table.cutBetween(fromHeight, toHeight));
      this.batches = tables.batches(table, selections, columns);
    }

    /** Takes the columns of the next batch. */
    abstract void load(Batch batch);

    final boolean hasRow() {
      while (row == txIds.length) {
        if (!batches.hasNext()) {
          return false;
        }
        Batch batch = batches.next();
        txIds = batch.int64("tx_id");
        row = 0;
        load(batch);
      }
      return true;
    }

    final long txId() {
      return txIds[row];
    }

    /** The present row; the next one is then present. */
    final int take() {
      return row++;
    }

    @Override
    public void close() {
      batches.close();
    }
  }

  private static final class Transactions extends Part {

    private long[] heights = {};
    private byte[] hashes = {};
    private boolean[] coinbases = {};
    private int[] versions = {};
    private long[] lockTimes = {};
    private int[] weights = {};
    private int[] inputCounts = {};
    private int[] outputCounts = {};

    Transactions(Snapshot tables, long fromHeight, long toHeight) {
      super(
          tables,
          BitcoinTransactionRow.TABLE,
          fromHeight,
          toHeight,
          "tx_id",
          "height",
          "hash",
          "coinbase",
          "version",
          "lock_time",
          "weight",
          "input_count",
          "output_count");
    }

    @Override
    void load(Batch batch) {
      heights = batch.int64("height");
      hashes = batch.bytes32("hash");
      coinbases = batch.bool("coinbase");
      versions = batch.int32("version");
      lockTimes = batch.int64("lock_time");
      weights = batch.int32("weight");
      inputCounts = batch.int32("input_count");
      outputCounts = batch.int32("output_count");
    }

    void begin(StoredTransaction transaction) {
      StoredTransaction.Head head = transaction.begin();
      head.id = txId();
      int row = take();
      head.height = heights[row];
      head.hash = TxHash.at(hashes, TxHash.LENGTH * row);
      head.coinbase = coinbases[row];
      head.version = versions[row];
      head.lockTime = lockTimes[row];
      head.weight = weights[row];
      head.inputs = inputCounts[row];
      head.outputs = outputCounts[row];
    }
  }

  /** Outputs, made or spent. */
  private abstract static class Coins extends Part {

    private long[] ids = {};
    private long[] values = {};
    private long[] addresses = {};
    private Batch.Texts scripts = new Batch.Texts(List.of(), new int[0]);

    <R> Coins(
        Snapshot tables, Table<R> table, long fromHeight, long toHeight, List<String> others) {
      super(
          tables,
          table,
          fromHeight,
          toHeight,
          Stream.concat(
                  Stream.of("tx_id", "output_id", "value", "address_id", "script_type"),
                  others.stream())
              .toArray(String[]::new));
    }

    @Override
    void load(Batch batch) {
      ids = batch.int64("output_id");
      values = batch.int64("value");
      addresses = batch.int64("address_id");
      scripts = batch.texts("script_type");
    }

    /** Adds those of a transaction to it. */
    final void addTo(StoredTransaction transaction) {
      while (hasRow() && txId() == transaction.id()) {
        int row = take();
        add(transaction, row, ids[row], values[row], addresses[row], scripts.of(row));
      }
    }

    abstract void add(
        StoredTransaction transaction,
        int row,
        long id,
        long value,
        long address,
        @Nullable String script);
  }

  private static final class Inputs extends Coins {

    private long[] sequences = {};
    private boolean[] signsAll = {};

    Inputs(Snapshot tables, long fromHeight, long toHeight) {
      super(tables, BitcoinInputRow.TABLE, fromHeight, toHeight, List.of("sequence", "signs_all"));
    }

    @Override
    void load(Batch batch) {
      super.load(batch);
      sequences = batch.int64("sequence");
      signsAll = batch.bool("signs_all");
    }

    @Override
    void add(
        StoredTransaction transaction,
        int row,
        long id,
        long value,
        long address,
        @Nullable String script) {
      transaction.addInput(id, value, address, script, sequences[row], signsAll[row]);
    }
  }

  private static final class Outputs extends Coins {

    Outputs(Snapshot tables, long fromHeight, long toHeight) {
      super(tables, BitcoinOutputRow.TABLE, fromHeight, toHeight, List.of());
    }

    @Override
    void add(
        StoredTransaction transaction,
        int row,
        long id,
        long value,
        long address,
        @Nullable String script) {
      transaction.addOutput(id, value, address, Objects.requireNonNull(script));
    }
  }
}
