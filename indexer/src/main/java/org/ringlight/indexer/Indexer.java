package org.ringlight.indexer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.NodeClient;

/**
 * Brings the tables in a data directory up to a node's chain: fetch, decode, verify, store. Goes on
 * from the last commit; where the node's chain has left the stored one and is longer, what is no
 * longer on it is rolled back first, in the same commit that appends what took its place. {@link
 * #run} and {@link #follow} are for one thread; {@link #stop} and {@link #progress} for any.
 */
public final class Indexer implements AutoCloseable {

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

  public IndexProgress progress() {
    return progress;
  }

  /**
   * Has the run end soon, without waiting for its node: what was verified is committed, and {@link
   * #run} or {@link #follow} returns.
   */
  public void stop() {
    stop.ask();
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
    return write(
        wanted,
        catchUp -> {
          catchUp.claim();
          catchUp.run(FollowListener.SILENT);
        });
  }

  /**
   * Indexes what is not yet there and then stays with the node's tip, a commit for each block,
   * until it is stopped. A node that is away is awaited, for days if need be; what makes {@link
   * #run} fail otherwise ends this too.
   *
   * @param wanted everything: following has no last height
   */
  public IndexReport follow(Indexing wanted, Following following, FollowListener listener) {
    if (wanted.to().isPresent()) {
      throw new IllegalArgumentException("a run that follows has no last height");
    }
    return write(wanted, catchUp -> new Follow(catchUp, following, listener, stop).run());
  }

  private IndexReport write(Indexing wanted, Consumer<CatchUp> work) {
    long start = System.nanoTime();
    Tally tally = new Tally();
    try (Writer writer = lake.writer(Namespace.XMR);
        Asking asking = new Asking(stop)) {
      try {
        work.accept(new CatchUp(node, lake, writer, wanted, due, progress, asking, stop, tally));
      } catch (Stopped e) {
        // while waiting for the node: what was verified is committed
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

  @Override
  public void close() {
    lake.close();
  }
}
