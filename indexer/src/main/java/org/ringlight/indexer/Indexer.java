package org.ringlight.indexer;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.ringlight.indexer.pipeline.ChainIndexer;
import org.ringlight.indexer.pipeline.CommitDue;
import org.ringlight.indexer.pipeline.Follow;
import org.ringlight.indexer.pipeline.FollowListener;
import org.ringlight.indexer.pipeline.Following;
import org.ringlight.indexer.pipeline.IndexProgress;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Run;
import org.ringlight.indexer.pipeline.Stop;
import org.ringlight.lake.Lake;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.NodeClient;

/**
 * Brings the tables in a data directory up to a node's chain: fetch, decode, verify, store. Goes on
 * from the last commit; where the node's chain has left the stored one and is longer, what is no
 * longer on it is rolled back first, in the same commit that appends what took its place.
 */
public final class Indexer implements ChainIndexer {

  private final NodeClient node;
  private final Lake lake;
  private final CommitDue due;
  private final IndexProgress progress = new IndexProgress();
  private final Stop stop = new Stop();

  /** Writes into {@code data}; the node stays the caller's. */
  public Indexer(NodeClient node, Path data) {
    this(node, data, CommitDue.ORDINARY);
  }

  Indexer(NodeClient node, Path data, CommitDue due) {
    this(node, Lake.open(data), due);
  }

  /** Writes into {@code lake} and closes it in the end. */
  Indexer(NodeClient node, Lake lake, CommitDue due) {
    this.node = node;
    this.lake = lake;
    this.due = due;
  }

  @Override
  public IndexProgress progress() {
    return progress;
  }

  @Override
  public void stop() {
    stop.ask();
  }

  @Override
  public IndexReport run(Indexing wanted) {
    return write(
        wanted,
        catchUp -> {
          catchUp.claim();
          catchUp.run(FollowListener.SILENT);
        });
  }

  @Override
  public IndexReport follow(Indexing wanted, Following following, FollowListener listener) {
    wanted.requireNoEnd();
    return write(
        wanted,
        catchUp -> {
          catchUp.watchPool(following, listener);
          new Follow(catchUp, following, listener, stop).run();
        });
  }

  private IndexReport write(Indexing wanted, Consumer<CatchUp> work) {
    return Run.of(
        lake,
        Namespace.XMR,
        stop,
        (writer, asking, tally) ->
            work.accept(
                new CatchUp(node, lake, writer, wanted, due, progress, asking, stop, tally)));
  }

  @Override
  public void close() {
    lake.close();
  }
}
