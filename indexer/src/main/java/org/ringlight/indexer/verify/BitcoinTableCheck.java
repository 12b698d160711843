package org.ringlight.indexer.verify;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ringlight.indexer.ids.BitcoinIds;
import org.ringlight.lake.RowRuns;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinQuarantineRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;

/**
 * Proves Bitcoin's tables of one tip by themselves, in one pass in chain order: every block id from
 * its header's columns, the chain of work, every merkle root from the transactions' ids, ids dense,
 * every input the output that it spends and no output spent twice, every fee, and that all coins
 * come from subsidies. Transactions' ids cannot be recomputed: scripts and signatures are not
 * stored. Memory does not depend on the chain's length.
 */
public final class BitcoinTableCheck {

  private final Snapshot tables;
  private final BitcoinNetwork network;
  private final Path scratch;
  private volatile @Nullable BitcoinBlockCheck check;

  /**
   * @param scratch a folder for a map of what is unspent so far; made, and deleted in the end
   */
  public BitcoinTableCheck(Snapshot tables, BitcoinNetwork network, Path scratch) {
    this.tables = tables;
    this.network = network;
    this.scratch = scratch;
  }

  /** Blocks checked so far; for any thread. */
  public long blocksChecked() {
    BitcoinBlockCheck now = check;
    return now == null ? 0 : now.blocks.sum();
  }

  /** Transactions checked so far; for any thread. */
  public long transactionsChecked() {
    BitcoinBlockCheck now = check;
    return now == null ? 0 : now.transactions.sum();
  }

  /** Reads everything. */
  public BitcoinCheckReport run() {
    tables.requireFiles();
    long start = tables.lowestHeight(BitcoinBlockRow.TABLE).orElse(0);
    long tip = tables.tip().height();
    try (Scratch folder = new Scratch(scratch);
        BitcoinIds seen = BitcoinIds.open(folder.folder(), (height, hash) -> false);
        var blocks = byHeight(BitcoinBlockRow.TABLE);
        var transactions = byHeight(BitcoinTransactionRow.TABLE);
        var inputs = byHeight(BitcoinInputRow.TABLE);
        var outputs = byHeight(BitcoinOutputRow.TABLE);
        var addresses = byHeight(BitcoinAddressRow.TABLE);
        var quarantine = byHeight(BitcoinQuarantineRow.TABLE)) {
      BitcoinBlockCheck each = new BitcoinBlockCheck(network, start, seen);
      check = each;
      for (long height = start; height <= tip; height++) {
        each.block(
            height,
            blocks.upTo(height),
            new BitcoinBlockCheck.Rows(
                transactions.upTo(height),
                inputs.upTo(height),
                outputs.upTo(height),
                addresses.upTo(height),
                quarantine.upTo(height)));
      }
      each.requireTip(tip, tables.tip().hash());
      return each.report(tip);
    }
  }

  private <R> RowRuns<R> byHeight(Table<R> table) {
    return new RowRuns<>(tables.scan(table));
  }
}
