package org.ringlight.indexer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.NodeClient;

/**
 * Brings the tables in a data directory up to a node's chain: fetch, decode, verify, store. Goes on
 * from the last commit; where the node's chain has left the stored one and is longer, what is no
 * longer on it is rolled back first, in the same commit that appends what took its place. {@link
 * #run} is for one thread; {@link #stop} and {@link #progress} for any.
 */
public final class Indexer implements AutoCloseable {

  private static final int CONTRADICTIONS = 5;

  private final NodeClient node;
  private final Lake lake;
  private final CommitDue due;
  private final IndexProgress progress = new IndexProgress();
  private volatile boolean stopping;

  /** Writes into {@code data}; the node stays the caller's. */
  public Indexer(NodeClient node, Path data) {
    this(node, data, CommitDue.ORDINARY);
  }

  Indexer(NodeClient node, Path data, CommitDue due) {
    this.node = node;
    this.lake = Lake.open(data);
    this.due = due;
  }

  public IndexProgress progress() {
    return progress;
  }

  /**
   * Has the run end soon, without waiting for its node: what was verified is committed, and {@link
   * #run} returns.
   */
  public void stop() {
    stopping = true;
  }

  /**
   * Indexes what is wanted and is not yet there, up to the tip the node has in the end. Whatever
   * ends it, what came before is committed.
   *
   * @throws ConfigurationInvalid where the node follows another network than the tables
   * @throws DataInvalid where the node's bytes do not verify
   * @throws NodeUnreachable where the node stays away
   * @throws Interrupted where it is stopped before it has anything to report
   */
  public IndexReport run(Indexing wanted) {
    long start = System.nanoTime();
    try (Writer writer = lake.writer(Namespace.XMR)) {
      writer.claim(identity());
      Tally tally = new Tally();
      Beside beside = beside(wanted, tally);
      follow(writer, wanted, beside, tally);
      if (!stopping) {
        tally.keptBranchBlocks(
            beside.branches().look(writer, new StoredChain(lake.current(Namespace.XMR))));
      }
      Tip tip =
          writer
              .tip()
              .orElseThrow(
                  () ->
                      new Interrupted(
                          "stopped before the first block was stored",
                          lake.folder().toString(),
                          "run the same command again"));
      return tally.report(tip, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private Beside beside(Indexing wanted, Tally tally) {
    Branches branches =
        new Branches(
            node, lake.current(Namespace.XMR), Clock.systemUTC(), () -> stopping, tally::note);
    return new Beside(
        branches, new OlderOutputs(node), new ReorganisationRule(node, wanted.deep(), tally::note));
  }

  private ChainIdentity identity() {
    BlockHash genesis =
        node.hashAt(0)
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "the node has no blocks", node.describe(), "wait until it has some"));
    return new ChainIdentity(node.info().nettype(), genesis);
  }

  /**
   * Until nothing is left to do: the node may have grown meanwhile, or gone over to another branch,
   * in which case it starts again from the tables.
   */
  private void follow(Writer writer, Indexing wanted, Beside beside, Tally tally) {
    boolean more = true;
    for (int contradictions = 0; more && !stopping; ) {
      long before = tally.blocks();
      try {
        more = segment(writer, wanted, beside, tally);
      } catch (BranchChanged e) {
        contradictions = tally.blocks() > before ? 0 : contradictions + 1;
        if (contradictions == CONTRADICTIONS) {
          throw new DataInvalid(
              e.getMessage() + ", " + CONTRADICTIONS + " times over",
              node.describe(),
              "the node contradicts itself; index from another one",
              e);
        }
      }
    }
  }

  /**
   * From the last block shared with the node to the last one wanted, as long as the node keeps to
   * one branch.
   *
   * @return whether there was anything to do
   */
  private boolean segment(Writer writer, Indexing wanted, Beside beside, Tally tally) {
    try (StoredChain stored = new StoredChain(lake.current(Namespace.XMR), wanted.from())) {
      return segment(writer, stored, wanted, beside, tally);
    }
  }

  private boolean segment(
      Writer writer, StoredChain stored, Indexing wanted, Beside beside, Tally tally) {
    long nodeTip = node.info().height() - 1;
    requireReached(stored, nodeTip);
    long shared = stored.lastShared(node, nodeTip);
    boolean reorganised = shared < stored.tipHeight();
    if (reorganised && !beside.rule().allows(stored, shared, nodeTip)) {
      return false;
    }
    // a reorganisation is followed at least as far as the tables reached before
    long wantedTip = Math.min(nodeTip, wanted.to().orElse(nodeTip));
    long to = reorganised ? Math.max(wantedTip, stored.tipHeight()) : wantedTip;
    if (to <= shared) {
      return false;
    }
    progress.begins(shared + 1, to);
    try (Store store =
            new Store(writer, stored, shared, lake.folder().resolve("ids"), due, beside, tally);
        Pages pages =
            new Pages(
                new Fetch(node),
                new Decode(wanted.unreadable()),
                shared + 1,
                to,
                progress,
                () -> stopping)) {
      Optional<BlockHash> last = stored.hashAt(shared);
      stored.close(); // all is read: what it held may go while this run writes on
      append(pages, store, last);
      return true;
    }
  }

  /** A slice begins at a block that the node has. */
  private void requireReached(StoredChain stored, long nodeTip) {
    if (stored.isEmpty() && stored.start() > nodeTip) {
      throw new ConfigurationInvalid(
          "the node's chain ends at height "
              + nodeTip
              + ", before the first block wanted, "
              + stored.start(),
          node.describe(),
          "begin at a lower height (--from), or wait until the node has that block");
    }
  }

  private void append(Pages pages, Store store, Optional<BlockHash> shared) {
    Optional<BlockHash> last = shared;
    try {
      for (DecodedPage page = pages.next(); !page.isEnd(); page = pages.next()) {
        store.expect(page.blocks());
        for (CheckedBlock block : page.blocks()) {
          requireFollows(block, last);
          store.append(block);
          progress.stored(block);
          last = Optional.of(block.id());
        }
        if (page.problem().isPresent()) {
          throw page.problem().get();
        }
        store.commitIfDue();
      }
    } catch (DataInvalid | BranchChanged | NodeUnreachable | ConfigurationInvalid | Interrupted e) {
      store.commit();
      throw e;
    }
    store.commit();
  }

  private static void requireFollows(CheckedBlock block, Optional<BlockHash> last) {
    BlockHash previous = block.block().header().previous();
    if (last.isPresent() && !previous.equals(last.get())) {
      throw new BranchChanged(
          "block " + block.height() + " follows " + previous + ", not " + last.get());
    }
  }

  @Override
  public void close() {
    lake.close();
  }
}
