package org.ringlight.indexer.bitcoin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ringlight.failure.Interrupted;

/**
 * Writes the rows of one block after the other in a thread of its own, while the next ones are
 * resolved: encoding and compressing them takes as long as everything else. Only so many blocks
 * wait. For one thread.
 */
final class RowsWriter implements AutoCloseable {

  private static final int WAITING = 8;

  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread daemon = new Thread(work, "rows");
            daemon.setDaemon(true);
            return daemon;
          });
  private final Deque<Future<?>> waiting = new ArrayDeque<>();

  /** Has {@code append} run after those before it; throws what one of them threw. */
  void then(Runnable append) {
    if (waiting.size() == WAITING) {
      await(waiting.remove());
    }
    waiting.add(writer.submit(append));
  }

  /** Waits for all of it. */
  void finish() {
    while (!waiting.isEmpty()) {
      await(waiting.remove());
    }
  }

  private static void await(Future<?> one) {
    try {
      one.get();
    } catch (InterruptedException e) {
      throw new Interrupted("interrupted", "index", "run the same command again to go on", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e);
    }
  }

  /** Forgets what waits; what is being written is waited for, so that its commit can be closed. */
  @Override
  public void close() {
    waiting.forEach(one -> one.cancel(false));
    writer.shutdown();
    boolean interrupted = false;
    while (!writer.isTerminated()) {
      try {
        writer.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
