package org.ringlight.truth.twin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.RowRuns;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

/**
 * The blocks of a told chain in order, put together from its tables; one is in memory at a time.
 * Not thread-safe.
 */
final class ToldBlocks implements AutoCloseable {

  private final Rows<BlockRow> blocks;
  private final RowRuns<TransactionRow> transactions;
  private final RowRuns<RingRow> rings;
  private final RowRuns<OutputRow> outputs;

  /**
   * Opens the tables.
   *
   * @throws ConfigurationInvalid where they do not begin with the chain
   */
  ToldBlocks(Snapshot tables) {
    long first = tables.lowestHeight(BlockRow.TABLE).orElse(0);
    if (first > 0) {
      throw new ConfigurationInvalid(
          "the tables begin at height " + first + ": what is spent there was made before",
          "height " + first,
          "index the chain from its first block, without --from");
    }
    this.blocks = tables.scan(BlockRow.TABLE);
    this.transactions = new RowRuns<>(tables.scan(TransactionRow.TABLE));
    this.rings = new RowRuns<>(tables.scan(RingRow.TABLE), RingRow::txId);
    this.outputs = new RowRuns<>(tables.scan(OutputRow.TABLE), OutputRow::txId);
  }

  /**
   * The next block; null after the last.
   *
   * @throws DataInvalid where its rows are not all there
   */
  @Nullable ToldBlock next() {
    if (!blocks.hasNext()) {
      return null;
    }
    BlockRow block = blocks.next();
    List<ToldTransaction> told = new ArrayList<>();
    for (TransactionRow row : transactions.upTo(block.height())) {
      ToldTransaction transaction =
          new ToldTransaction(row, rings.upTo(row.txId()), outputs.upTo(row.txId()));
      if (transaction.outputs().size() != row.outputCount()
          || transaction.rings().size() != (row.coinbase() ? 0 : row.inputCount())) {
        throw broken("rings or outputs of a transaction are missing", transaction.place());
      }
      told.add(transaction);
    }
    if (told.size() != block.txCount() + 1 || !told.get(0).row().coinbase()) {
      throw broken("transactions of a block are missing", "height " + block.height());
    }
    return new ToldBlock(block, told);
  }

  private static DataInvalid broken(String what, String place) {
    return new DataInvalid(what, place, "run ringlight verify");
  }

  @Override
  public void close() {
    outputs.close();
    rings.close();
    transactions.close();
    blocks.close();
  }
}
