package org.ringlight.indexer;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.indexer.pipeline.Asking;
import org.ringlight.indexer.pipeline.CommitDue;
import org.ringlight.indexer.pipeline.FollowListener;
import org.ringlight.indexer.pipeline.Followed;
import org.ringlight.indexer.pipeline.Following;
import org.ringlight.indexer.pipeline.IndexProgress;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Pace;
import org.ringlight.indexer.pipeline.Pages;
import org.ringlight.indexer.pipeline.ReorganisationRule;
import org.ringlight.indexer.pipeline.Segments;
import org.ringlight.indexer.pipeline.Stop;
import org.ringlight.indexer.pipeline.Stretch;
import org.ringlight.indexer.pipeline.Stretches;
import org.ringlight.indexer.pipeline.Tally;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeInfo;

/** What brings the tables up to the node's chain as it is now; over and over, where it grows. */
final class CatchUp implements Followed {

  private final NodeClient node;
  private final Lake lake;
  private final Writer writer;
  private final Indexing wanted;
  private final CommitDue due;
  private final IndexProgress progress;
  private final Asking asking;
  private final Stop stop;
  private final Tally tally;
  private final Stretches stretches;
  private final Beside beside;
  private boolean branchesSeen;
  private Pace pace = Pace.MANY_BLOCKS_AT_ONCE;

  private @Nullable PoolWatch pool;

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
    this.stretches =
        new Stretches(
            node.describe(),
            node::hashAt,
            wanted,
            asking,
            new ReorganisationRule(node.describe(), work(), wanted.deep(), tally::note));
    try (StoredChain stored = stored()) {
      this.beside =
          new Beside(
              new Branches(node, stored.tables(), Clock.systemUTC(), stop::isAsked, tally::note),
              new OlderOutputs(node),
              Pool.of(stored.tables()));
    }
  }

  private StoredChain stored() {
    return new StoredChain(lake.current(Namespace.XMR), wanted.from());
  }

  private ReorganisationRule.Work work() {
    return new ReorganisationRule.Work() {
      @Override
      public BigInteger stored(long height) {
        try (StoredChain stored = CatchUp.this.stored()) {
          return stored.workAbove(height);
        }
      }

      @Override
      public BigInteger offered(long from, long to) {
        return node.headers(from, to).stream()
            .map(header -> BigInteger.valueOf(header.difficulty()))
            .reduce(BigInteger.ZERO, BigInteger::add);
      }
    };
  }

  @Override
  public long blocks() {
    return tally.blocks();
  }

  /** Has the pool of the node watched too. */
  void watchPool(Following following, FollowListener listener) {
    pool =
        new PoolWatch(node, asking, writer, beside.pool(), following, listener, Clock.systemUTC());
  }

  @Override
  public Duration lookAtPool() {
    return requireNonNull(pool, "the pool is not watched").look();
  }

  @Override
  public void finish() {
    requireNonNull(pool, "the pool is not watched").commit();
  }

  @Override
  public void setPace(Pace pace) {
    this.pace = pace;
  }

  @Override
  public void claim() {
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

  @Override
  public void run(FollowListener listener) {
    long stored = tally.blocks();
    new Segments(node.describe(), writer, tally, stop).all(this::segment, listener);
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
      Optional<Stretch> next = stretches.next(stored, info.height() - 1, pace);
      next.ifPresent(stretch -> store(stored, stretch));
      return next.isPresent();
    }
  }

  private void store(StoredChain stored, Stretch stretch) {
    progress.begins(stretch.shared() + 1, stretch.to());
    try (Store store =
            new Store(
                writer,
                stored,
                stretch.shared(),
                lake.folder().resolve("ids"),
                due,
                beside,
                tally);
        Pages<FetchedPage, CheckedBlock> pages =
            new Pages<>(
                new Fetch(node),
                new Decode(wanted.unreadable())::page,
                stretch.shared() + 1,
                stretch.to(),
                progress,
                stop::isAsked)) {
      store.appendAll(pages, progress);
    }
  }
}
