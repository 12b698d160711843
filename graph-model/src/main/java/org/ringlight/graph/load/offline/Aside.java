package org.ringlight.graph.load.offline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ringlight.failure.Failure;

/** A piece of work beside the thread that asked for it; closing waits until it is over. */
final class Aside implements AutoCloseable {

  private final CompletableFuture<Void> work;

  private Aside(CompletableFuture<Void> work) {
    this.work = work;
  }

  static Aside run(Runnable job) {
    return new Aside(CompletableFuture.runAsync(job));
  }

  /** Waits for its end, and fails as it failed. */
  void await() {
    try {
      work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    // what it failed with was thrown by await, or something else failed first
    work.handle((done, problem) -> true).join();
  }
}
