package org.ringlight.indexer;

import java.time.Clock;
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
import org.ringlight.rpc.NodeInfo;

/** What brings the tables up to the node's chain as it is now; over and over, where it grows. */
final class CatchUp {

  private static final int CONTRADICTIONS = 5;

  /** So close to the node's tip, every block is a commit of its own. */
  private static final long NEAR_BLOCKS = 20;

  private final NodeClient node;
  private final Lake lake;
  private final Writer writer;
  private final Indexing wanted;
  private final CommitDue due;
  private final IndexProgress progress;
  private final Asking asking;
  private final Stop stop;
  private final Tally tally;
  private final Beside beside;
  private boolean branchesSeen;
  private Pace pace = Pace.MANY_BLOCKS_AT_ONCE;

  /** How blocks come into commits. */
  enum Pace {
    /** As many as come together. */
    MANY_BLOCKS_AT_ONCE,
    /** One by one, once the node's tip is near. */
    SINGLY_AT_THE_TIP
  }

  CatchUp(
      NodeClient node,
      Lake lake,
      Writer writer,
      Indexing wanted,
      CommitDue due,
      IndexProgress progress,
      Asking asking,
      Stop stop,
      Tally tally) {
    this.node = node;
    this.lake = lake;
    this.writer = writer;
    this.wanted = wanted;
    this.due = due;
    this.progress = progress;
    this.asking = asking;
    this.stop = stop;
    this.tally = tally;
    try (StoredChain stored = stored()) {
      this.beside =
          new Beside(
              new Branches(node, stored.tables(), Clock.systemUTC(), stop::isAsked, tally::note),
              new OlderOutputs(node),
              new ReorganisationRule(node, wanted.deep(), tally::note),
              Pool.of(stored.tables()));
    }
  }

  private StoredChain stored() {
    return new StoredChain(lake.current(Namespace.XMR), wanted.from());
  }

  /** How many blocks were committed. */
  long blocks() {
    return tally.blocks();
  }

  /** Looks into the pool of the node that this catches up with. */
  PoolWatch poolWatch(Following following, FollowListener listener) {
    return new PoolWatch(
        node, asking, writer, beside.pool(), following, listener, Clock.systemUTC());
  }

  void setPace(Pace pace) {
    this.pace = pace;
  }

  /**
   * Makes sure that the node follows the tables' network.
   *
   * @throws ConfigurationInvalid where it does not
   */
  void claim() {
    writer.claim(asking.answer(this::identity));
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
   *
   * @throws Stopped where it is stopped while the node is asked
   */
  void run(FollowListener listener) {
    long stored = tally.blocks();
    catchUp(listener);
    if (!stop.isAsked() && (!branchesSeen || tally.blocks() > stored)) {
      lookAtBranches();
    }
    tally.untold().forEach(listener::note);
  }

  private void lookAtBranches() {
    try (StoredChain stored = stored()) {
      tally.keptBranchBlocks(
          beside.branches().keep(writer, asking.answer(() -> beside.branches().find(stored))));
      branchesSeen = true;
    }
  }

  private void catchUp(FollowListener listener) {
    boolean more = true;
    for (int contradictions = 0; more && !stop.isAsked(); ) {
      Tally before = tally.copy();
      try {
        more = segment();
      } catch (BranchChanged e) {
        contradictions = tally.blocks() > before.blocks() ? 0 : contradictions + 1;
        if (contradictions == CONTRADICTIONS) {
          throw new DataInvalid(
              e.getMessage() + ", " + CONTRADICTIONS + " times over",
              node.describe(),
              "the node contradicts itself; index from another one",
              e);
        }
      } finally {
        if (tally.blocks() > before.blocks()) {
          listener.stored(tally.since(before, writer.tip().orElseThrow()));
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
  private boolean segment() {
    NodeInfo info = asking.answer(node::info);
    if (writer.tip().map(Tip::hash).equals(Optional.of(info.topHash()))) {
      return false;
    }
    try (StoredChain stored = stored()) {
      return segment(stored, info.height() - 1);
    }
  }

  private boolean segment(StoredChain stored, long nodeTip) {
    requireReached(stored, nodeTip);
    long shared = asking.answer(() -> stored.lastShared(node, nodeTip));
    boolean reorganised = shared < stored.tipHeight();
    if (reorganised && !asking.answer(() -> beside.rule().allows(stored, shared, nodeTip))) {
      return false;
    }
    // a reorganisation is followed at least as far as the tables reached before
    long wantedTip = Math.min(atOnce(stored, nodeTip), wanted.to().orElse(nodeTip));
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
                stop::isAsked)) {
      append(pages, store, stored.hashAt(shared));
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

  private long atOnce(StoredChain stored, long nodeTip) {
    return switch (pace) {
      case MANY_BLOCKS_AT_ONCE -> nodeTip;
      case SINGLY_AT_THE_TIP ->
          nodeTip - stored.tipHeight() > NEAR_BLOCKS
              ? nodeTip
              : Math.min(nodeTip, stored.tipHeight() + 1);
    };
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
}
