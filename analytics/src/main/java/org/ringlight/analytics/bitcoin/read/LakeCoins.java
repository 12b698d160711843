package org.ringlight.analytics.bitcoin.read;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Selection;
import org.ringlight.protocol.BlockHash;

/**
 * The transactions of {@code btc.*} as one tip left them, with their inputs and outputs. In memory
 * are a few row groups and one transaction, whatever the length of the chain. Of a slice, what lies
 * below it is {@link org.ringlight.analytics.bitcoin.CoinTransaction#UNKNOWN}.
 */
public final class LakeCoins {

  private final Snapshot tables;

  /** What {@code tables} hold, of {@link Namespace#BTC}; good until they are closed. */
  public LakeCoins(Snapshot tables) {
    this.tables = tables;
  }

  /**
   * The Bitcoin chain of a data directory. Close it.
   *
   * @throws ConfigurationInvalid where none is indexed
   */
  public static Snapshot chain(Lake lake) {
    return lake.current(Namespace.BTC).orElseThrow(LakeCoins::noChain);
  }

  static ConfigurationInvalid noChain() {
    return new ConfigurationInvalid(
        "there is no Bitcoin chain in the tables",
        "namespace " + Namespace.BTC.sqlName(),
        "index one: ringlight index-btc");
  }

  /** The tables they are of. */
  public Snapshot tables() {
    return tables;
  }

  /** The last block. */
  public Tip tip() {
    return tables.tip();
  }

  /** Whether the block with this id is the one at {@code height}. */
  public boolean holds(long height, BlockHash hash) {
    try (Rows<BitcoinBlockRow> rows =
        tables.find(BitcoinBlockRow.TABLE, BitcoinBlockRow.TABLE.keyBetween(height, height))) {
      return rows.hasNext() && rows.next().hash().equals(hash);
    }
  }

  /** How many transactions there are. */
  public long count() {
    return tables.count(BitcoinTransactionRow.TABLE);
  }

  /** Shows every transaction, in chain order. */
  public void forEach(Consumer<? super StoredTransaction> seen) {
    forEach(0, Long.MAX_VALUE, seen);
  }

  /** Shows every transaction of the blocks between two heights, both included, in chain order. */
  public void forEach(long fromHeight, long toHeight, Consumer<? super StoredTransaction> seen) {
    try (CoinBatches transactions = new CoinBatches(tables, fromHeight, toHeight)) {
      while (transactions.hasNext()) {
        seen.accept(transactions.next());
      }
    }
  }

  /** One transaction by its number; empty where there is none. Reads a few pages of each table. */
  public Optional<StoredTransaction> find(long txId) {
    try (Rows<BitcoinTransactionRow> transactions =
            tables.find(
                BitcoinTransactionRow.TABLE, BitcoinTransactionRow.TABLE.keyBetween(txId, txId));
        Rows<BitcoinInputRow> inputs =
            tables.find(BitcoinInputRow.TABLE, ofTransaction(BitcoinInputRow::txId, txId));
        Rows<BitcoinOutputRow> outputs =
            tables.find(BitcoinOutputRow.TABLE, ofTransaction(BitcoinOutputRow::txId, txId))) {
      return transactions.hasNext()
          ? Optional.of(StoredTransaction.of(transactions.next(), inputs, outputs))
          : Optional.empty();
    }
  }

  /** Transactions ascend in these tables, as their own numbers do: few pages are read. */
  private static <R> Selection<R> ofTransaction(ToLongFunction<R> txId, long wanted) {
    return new Selection.Between<>("tx_id", txId, wanted, wanted);
  }
}
