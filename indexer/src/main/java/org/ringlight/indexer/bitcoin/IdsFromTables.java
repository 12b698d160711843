package org.ringlight.indexer.bitcoin;

import java.nio.file.Path;
import java.util.List;
import org.ringlight.indexer.ids.BitcoinIds;
import org.ringlight.indexer.ids.Fingerprints;
import org.ringlight.indexer.ids.Scripts;
import org.ringlight.indexer.ids.SpentOutput;
import org.ringlight.indexer.pipeline.IndexProgress;
import org.ringlight.lake.RowRuns;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinQuarantineRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.ScriptType;
import org.ringlight.protocol.bitcoin.WrittenPayee;

/** Brings the maps of ids in step with the tables: forwards, from nothing if need be, and back. */
final class IdsFromTables {

  /** Going back further than this takes longer than going forwards from the start. */
  private static final long FAR_BACK_BLOCKS = 2_000;

  /** So many changes are held in memory before they go to the files. */
  private static final int CHANGES_HELD = 1 << 20;

  private final StoredBlocks stored;
  private final Snapshot tables;
  private final BitcoinIds ids;
  private final Fingerprints names;
  private final long[] name = new long[2];
  private int changes;

  private IdsFromTables(StoredBlocks stored, Snapshot tables, BitcoinIds ids) {
    this.stored = stored;
    this.tables = tables;
    this.ids = ids;
    this.names = ids.fingerprints();
  }

  /**
   * Opens the maps as they are after block {@code shared}; what is stored above it is forgotten
   * until the next mark.
   */
  static BitcoinIds open(
      Path folder,
      StoredBlocks stored,
      long shared,
      BitcoinNetwork network,
      IndexProgress progress) {
    BitcoinIds ids =
        BitcoinIds.open(
            folder,
            (height, hash) ->
                stored.hashAt(height).map(h -> h.toString().equals(hash)).orElse(false));
    if (stored.isEmpty()) {
      return ids;
    }
    boolean fromNothing =
        stored.tipHeight() - shared > FAR_BACK_BLOCKS
            || Duplicates.areAmong(shared, stored.tipHeight(), network)
            || holdsQuarantine(stored.tables().orElseThrow(), shared, stored.tipHeight());
    if (fromNothing) {
      ids.clear();
    }
    IdsFromTables from = new IdsFromTables(stored, stored.tables().orElseThrow(), ids);
    long known = Math.max(ids.marked().height(), stored.start() - 1);
    if (fromNothing) {
      from.add(known + 1, shared, progress);
    } else {
      if (known < stored.tipHeight()) {
        from.add(known + 1, stored.tipHeight(), progress);
        from.mark();
      }
      from.takeBackAbove(shared);
    }
    return ids;
  }

  /** Of transactions there it is not said whose outputs theirs took the place of. */
  private static boolean holdsQuarantine(Snapshot tables, long shared, long tip) {
    if (shared == tip) {
      return false;
    }
    try (Rows<BitcoinQuarantineRow> rows =
        tables.scan(BitcoinQuarantineRow.TABLE, shared + 1, tip)) {
      return rows.hasNext();
    }
  }

  private void mark() {
    StoredBlocks.Counts counts = stored.countsUpTo(stored.tipHeight());
    ids.mark(
        new BitcoinIds.Counts(
            stored.tipHeight(),
            tables.tip().hash().toString(),
            counts.outputs(),
            counts.addresses()));
  }

  private void add(long from, long to, IndexProgress progress) {
    progress.rebuilds(from, to);
    try (var transactions = new RowRuns<>(tables.scan(BitcoinTransactionRow.TABLE, from, to));
        var outputs = new RowRuns<>(tables.scan(BitcoinOutputRow.TABLE, from, to));
        var inputs = new RowRuns<>(tables.scan(BitcoinInputRow.TABLE, from, to));
        Rows<BitcoinAddressRow> addresses = tables.scan(BitcoinAddressRow.TABLE, from, to)) {
      for (long height = from; height <= to; height++) {
        List<BitcoinTransactionRow> made = transactions.upTo(height);
        outputs.upTo(height).forEach(output -> add(output, made));
        for (BitcoinInputRow input : inputs.upTo(height)) {
          name(input);
          ids.removeOutput(name[0], name[1]);
          changed();
        }
        progress.rebuilt();
      }
      while (addresses.hasNext()) {
        BitcoinAddressRow row = addresses.next();
        name(row);
        ids.addAddress(name[0], name[1], row.addressId());
        changed();
      }
    }
  }

  private void changed() {
    if (++changes == CHANGES_HELD) {
      ids.flush();
      changes = 0;
    }
  }

  private void add(BitcoinOutputRow row, List<BitcoinTransactionRow> made) {
    if (Scripts.isSpendable(row.height(), row.script())) {
      name(row, made);
      long address = row.addressId() == null ? SpentOutput.NO_ADDRESS : row.addressId();
      ScriptType type = Scripts.ofWord(row.scriptType());
      ids.addOutput(name[0], name[1], new SpentOutput(row.outputId(), row.value(), address, type));
      changed();
    }
  }

  private void takeBackAbove(long shared) {
    long tip = stored.tipHeight();
    if (shared == tip) {
      return;
    }
    long kept = stored.countsUpTo(shared).outputs();
    try (Rows<BitcoinInputRow> inputs = tables.scan(BitcoinInputRow.TABLE, shared + 1, tip)) {
      inputs.forEachRemaining(input -> giveBack(input, kept));
    }
    try (var transactions =
            new RowRuns<>(tables.scan(BitcoinTransactionRow.TABLE, shared + 1, tip));
        var outputs = new RowRuns<>(tables.scan(BitcoinOutputRow.TABLE, shared + 1, tip))) {
      for (long height = shared + 1; height <= tip; height++) {
        List<BitcoinTransactionRow> made = transactions.upTo(height);
        for (BitcoinOutputRow output : outputs.upTo(height)) {
          name(output, made);
          ids.removeOutput(name[0], name[1]);
        }
      }
    }
    try (Rows<BitcoinAddressRow> rows = tables.scan(BitcoinAddressRow.TABLE, shared + 1, tip)) {
      while (rows.hasNext()) {
        name(rows.next());
        ids.removeAddress(name[0], name[1]);
      }
    }
  }

  private void giveBack(BitcoinInputRow row, long kept) {
    Long outputId = row.outputId();
    Long value = row.value();
    String type = row.scriptType();
    if (outputId == null || value == null || type == null || outputId >= kept) {
      return;
    }
    name(row);
    long address = row.addressId() == null ? SpentOutput.NO_ADDRESS : row.addressId();
    ids.addOutput(
        name[0], name[1], new SpentOutput(outputId, value, address, Scripts.ofWord(type)));
  }

  private void name(BitcoinInputRow row) {
    names.outpoint(row.previousTx(), row.previousIndex(), name, 0);
  }

  private void name(BitcoinOutputRow row, List<BitcoinTransactionRow> made) {
    int at = Math.toIntExact(row.txId() - made.get(0).txId());
    names.outpoint(made.get(at).hash(), row.indexInTx(), name, 0);
  }

  private void name(BitcoinAddressRow row) {
    names.payee(WrittenPayee.of(row.address(), Scripts.ofWord(row.scriptType())), name, 0);
  }
}
