package org.ringlight.indexer.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ringlight.indexer.ids.OutputIds;
import org.ringlight.lake.RowRuns;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TransactionRow;

/**
 * Proves the tables of one tip by themselves, in one pass in chain order: every block id from its
 * header's columns and the tree of its transactions, every transaction hash from its rows, heights
 * and ids dense, indices continued, ring members the outputs that their ids name or, in a slice,
 * older ones that are kept by name. The other tables, which nothing proves, are read to the end:
 * their files are whole. Memory does not depend on the chain's length.
 */
public final class TableCheck {

  /** Every table that the pass in chain order reads. */
  private static final Set<Table<?>> PROVED =
      Set.of(
          BlockRow.TABLE,
          TransactionRow.TABLE,
          RingRow.TABLE,
          OutputRow.TABLE,
          OlderOutputRow.TABLE,
          QuarantineRow.TABLE,
          MembershipRow.TABLE);

  private final Snapshot tables;
  private final Path scratch;
  private final Findings findings = new Findings();

  /**
   * @param scratch a folder for a map of the outputs seen so far; made, and deleted in the end
   */
  public TableCheck(Snapshot tables, Path scratch) {
    this.tables = tables;
    this.scratch = scratch;
  }

  /** Blocks checked so far; for any thread. */
  public long blocksChecked() {
    return findings.blocks.sum();
  }

  /** Transactions checked so far; for any thread. */
  public long transactionsChecked() {
    return findings.transactions.sum();
  }

  /** Reads everything. */
  public CheckReport run() {
    readEverything();
    return findings.report();
  }

  /** Reads everything, then asks a node for a sample. */
  public CheckReport run(NodeSampler sampler) {
    readEverything();
    sampler.look(findings);
    return findings.report();
  }

  private void readEverything() {
    tables.requireFiles();
    try (Scratch folder = new Scratch(scratch);
        OutputIds seen = OutputIds.open(folder.folder(), 0, (height, hash) -> false);
        var blocks = new RowRuns<>(tables.scan(BlockRow.TABLE));
        var transactions = new RowRuns<>(tables.scan(TransactionRow.TABLE));
        var rings = new RowRuns<>(tables.scan(RingRow.TABLE));
        var outputs = new RowRuns<>(tables.scan(OutputRow.TABLE));
        var older = new RowRuns<>(tables.scan(OlderOutputRow.TABLE));
        var quarantine = new RowRuns<>(tables.scan(QuarantineRow.TABLE))) {
      long start = tables.lowestHeight(BlockRow.TABLE).orElse(0);
      BlockCheck.Extent extent =
          start > 0 ? BlockCheck.Extent.SLICE : BlockCheck.Extent.WHOLE_CHAIN;
      BlockCheck check = new BlockCheck(extent, seen, findings);
      long tip = tables.tip().height();
      for (long height = start; height <= tip; height++) {
        check.block(
            height,
            blocks.upTo(height),
            transactions.upTo(height),
            rings.upTo(height),
            outputs.upTo(height),
            older.upTo(height),
            quarantine.upTo(height));
      }
      check.requireTip(tip, tables.tip().hash());
      try (Rows<MembershipRow> index = tables.scan(MembershipRow.TABLE)) {
        check.requireIndexed(tip, index);
      }
      List<?> beyond = blocks.upTo(Long.MAX_VALUE);
      if (!beyond.isEmpty()) {
        findings.problem(tip + 1, beyond.size() + " blocks above the tip");
      }
      readTheOthers();
    }
  }

  private void readTheOthers() {
    for (Table<?> table : tables.namespace().tables()) {
      if (!PROVED.contains(table)) {
        try (Rows<?> rows = tables.scan(table)) {
          rows.forEachRemaining(row -> {});
        }
      }
    }
  }
}
