package org.ringlight.indexer.bitcoin;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringlight.indexer.ids.BitcoinIds;
import org.ringlight.indexer.ids.Fingerprints;
import org.ringlight.indexer.pipeline.BlockStore;
import org.ringlight.indexer.pipeline.CommitDue;
import org.ringlight.indexer.pipeline.IndexProgress;
import org.ringlight.indexer.pipeline.Tally;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.indexer.pipeline.Upkeep;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Writer;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;

/**
 * Stage three: blocks into commits. The first commit also takes back what is stored above the last
 * shared block.
 */
final class StoreBlocks implements BlockStore<NamedBlock> {

  private final Writer tables;
  private final RowsWriter writer = new RowsWriter();
  private final Tally tally;
  private final CommitDue due;
  private final BitcoinIds ids;
  private final Resolve resolve;
  private final LinkedHeaders headers;
  private final AddressRows addresses;
  private final long takeBackAbove;
  private long takenBack;

  private @Nullable Commit commit;
  private @Nullable NamedBlock last;
  private boolean idsAhead;
  private long blocks;
  private long transactions;
  private long quarantined;
  private long begun = System.nanoTime();

  /**
   * Goes on after block {@code shared} of what is stored.
   *
   * @param folder of the maps of ids
   */
  StoreBlocks(
      Writer tables,
      StoredBlocks stored,
      long shared,
      Path folder,
      BitcoinNetwork network,
      CommitDue due,
      Unreadable unreadable,
      Tally tally,
      IndexProgress progress) {
    this.tables = tables;
    this.tally = tally;
    this.due = due;
    this.takeBackAbove = shared;
    this.takenBack = stored.tipHeight() - shared;
    this.ids = IdsFromTables.open(folder, stored, shared, network, progress);
    this.headers = stored.headersUpTo(shared, network);
    this.resolve =
        new Resolve(
            network,
            ids,
            stored.start() > 0 ? Resolve.Extent.SLICE : Resolve.Extent.WHOLE_CHAIN,
            unreadable,
            stored.countsUpTo(shared),
            Clock.systemUTC());
    this.addresses = new AddressRows(network);
  }

  /** What names outputs and payees as the maps know them; one for each thread. */
  Supplier<Fingerprints> fingerprints() {
    return ids::fingerprints;
  }

  @Override
  public void expect(List<NamedBlock> next) {}

  @Override
  public int append(NamedBlock block) {
    headers.add(block.block().header(), block.block().hash());
    idsAhead = true;
    BlockRows rows = resolve.block(block);
    idsAhead = false;
    Commit into = commit == null ? begin() : commit;
    writer.then(() -> rows.appendTo(into, block, addresses));
    last = block;
    blocks++;
    quarantined += rows.quarantine.size();
    int appended = block.block().transactions().size();
    transactions += appended;
    return appended;
  }

  private Commit begin() {
    Commit fresh = tables.begin();
    commit = fresh;
    if (takenBack > 0) {
      fresh.deleteAbove(takeBackAbove);
    }
    begun = System.nanoTime();
    return fresh;
  }

  @Override
  public void commitIfDue() {
    if (due.reached(transactions, blocks, System.nanoTime() - begun)) {
      commit();
    }
  }

  /** Nothing is committed either where the new branch does not yet reach as far as the old one. */
  @Override
  public void commit() {
    Commit made = commit;
    NamedBlock tip = last;
    if (made == null || tip == null || tip.height() < takeBackAbove + takenBack) {
      return;
    }
    last = null;
    writer.finish();
    addresses.appendAll(made);
    long number = made.commit(tip.height(), tip.block().hash()).number();
    commit = null;
    if (!idsAhead) { // else the maps know of a block that is not stored, and the last mark holds
      ids.mark(
          new BitcoinIds.Counts(
              tip.height(), tip.block().hash().toString(), resolve.outputs(), resolve.addresses()));
    }
    Upkeep.after(number, tables);
    tally.committed(blocks, transactions, quarantined, takenBack);
    blocks = 0;
    transactions = 0;
    quarantined = 0;
    takenBack = 0;
  }

  @Override
  public void close() {
    writer.close();
    addresses.close();
    ids.close();
    if (commit != null) {
      commit.close();
    }
  }
}
