package org.ringlight.analytics.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.Interrupted;

/**
 * Has rows taken by another thread, in their order, while more are made: some thousand are on their
 * way at most. What goes wrong there is thrown here, by a later row or at the end. For one thread.
 */
final class RowsBehind<R> implements Consumer<R>, AutoCloseable {

  private static final int ROWS = 1 << 12;

  private final Consumer<R> taker;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "ringlight-rows");
            made.setDaemon(true);
            return made;
          });
  private List<R> rows = new ArrayList<>(ROWS);
  private @Nullable Future<?> before;

  RowsBehind(Consumer<R> taker) {
    this.taker = taker;
  }

  @Override
  public void accept(R row) {
    rows.add(row);
    if (rows.size() == ROWS) {
      handOver();
    }
  }

  private void handOver() {
    await();
    List<R> full = rows;
    rows = new ArrayList<>(ROWS);
    before = thread.submit(() -> full.forEach(taker));
  }

  private void await() {
    Future<?> last = before;
    if (last == null) {
      return;
    }
    before = null;
    try {
      last.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("rows cannot be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted("interrupted", "writing rows", "start it again", e);
    }
  }

  /** Ends when all rows are taken, or where one was refused. */
  @Override
  public void close() {
    try {
      handOver();
      await();
    } finally {
      thread.shutdownNow();
    }
  }
}
