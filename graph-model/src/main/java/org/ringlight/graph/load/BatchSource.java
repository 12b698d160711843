package org.ringlight.graph.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;
import org.ringlight.lake.Snapshot;

/** Makes the batches of a range of heights, always one ahead of the one that is being sent. */
public final class BatchSource implements AutoCloseable {

  private static final int WEIGHT = 12_000;

  private final ChainBlocks blocks;
  private final OlderMembers older;
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(
          job -> {
            Thread thread = new Thread(job, "graph batches");
            thread.setDaemon(true);
            return thread;
          });
  private Future<Optional<Batch>> next;

  /**
   * For a graph whose first block is {@code graphFrom}, the batches from {@code from} to {@code
   * to}.
   */
  public BatchSource(Snapshot tables, long graphFrom, long from, long to) {
    blocks = new ChainBlocks(tables, from, to);
    older = new OlderMembers(tables, graphFrom);
    next = maker.submit(this::make);
  }

  private Optional<Batch> make() {
    List<ChainBlock> taken = new ArrayList<>();
    int weight = 0;
    while (weight < WEIGHT && blocks.hasNext()) {
      ChainBlock block = blocks.next();
      taken.add(block);
      weight += block.weight();
    }
    return taken.isEmpty() ? Optional.empty() : Optional.of(Batch.of(taken, older.of(taken)));
  }

  /** The next batch; empty at the end. */
  public Optional<Batch> next() {
    try {
      Optional<Batch> batch = next.get();
      if (batch.isPresent()) {
        next = maker.submit(this::make);
      }
      return batch;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted("interrupted", "graph load", "run it again to go on");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    maker.shutdown();
    try {
      next.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // what ended the load was thrown by next() already, or nobody waits for this batch
    }
    blocks.close();
  }
}
