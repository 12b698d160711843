package org.ringlight.indexer.bitcoin;

import java.nio.file.Path;
import java.time.Duration;
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
import org.ringlight.rpc.bitcoin.BitcoinBlocks;

/**
 * Brings Bitcoin's tables in a data directory up to a source of blocks: fetch, decode, verify,
 * resolve, store. Goes on from the last commit; where the source's chain has left the stored one
 * and is longer, what is no longer on it is rolled back first, in the same commit that appends what
 * took its place.
 */
public final class BitcoinIndexer implements ChainIndexer {

  private final BitcoinBlocks source;
  private final Lake lake;
  private final CommitDue due;
  private final IndexProgress progress = new IndexProgress();
  private final Stop stop = new Stop();

  /** Writes into {@code data}; the source stays the caller's. */
  public BitcoinIndexer(BitcoinBlocks source, Path data) {
    this(source, Lake.open(data), CommitDue.ORDINARY);
  }

  /** Writes into {@code lake} and closes it in the end. */
  BitcoinIndexer(BitcoinBlocks source, Lake lake, CommitDue due) {
    this.source = source;
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
        Following.POLL,
        catchUp -> {
          catchUp.claim();
          catchUp.run(FollowListener.SILENT);
        });
  }

  @Override
  public IndexReport follow(Indexing wanted, Following following, FollowListener listener) {
    wanted.requireNoEnd();
    return write(
        wanted, following.poll(), catchUp -> new Follow(catchUp, following, listener, stop).run());
  }

  private IndexReport write(Indexing wanted, Duration poll, Consumer<CatchUp> work) {
    return Run.of(
        lake,
        Namespace.BTC,
        stop,
        (writer, asking, tally) ->
            work.accept(
                new CatchUp(
                    source, lake, writer, wanted, due, poll, progress, asking, stop, tally)));
  }

  @Override
  public void close() {
    lake.close();
  }
}
