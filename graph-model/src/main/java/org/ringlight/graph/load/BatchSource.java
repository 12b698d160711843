package org.ringlight.graph.load;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;

/** Makes batches on a thread of its own, always one ahead of the one that is being sent. */
public final class BatchSource implements AutoCloseable {

  private final Batches batches;
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(
          job -> {
            Thread thread = new Thread(job, "graph batches");
            thread.setDaemon(true);
            return thread;
          });
  private Future<Optional<? extends Batch>> next;

  /** Of {@code batches}, which it closes. */
  public BatchSource(Batches batches) {
    this.batches = batches;
    this.next = maker.submit(batches::next);
  }

  /** The next batch; empty at the end. */
  public Optional<? extends Batch> next() {
    try {
      Optional<? extends Batch> batch = next.get();
      if (batch.isPresent()) {
        next = maker.submit(batches::next);
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
    batches.close();
  }
}
