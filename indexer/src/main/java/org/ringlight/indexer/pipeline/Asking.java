package org.ringlight.indexer.pipeline;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.ringlight.failure.Interrupted;

/**
 * Asks a node in a thread of its own, so that who waits for the answer can be stopped meanwhile: a
 * node that is away is asked again and again for a while before that counts as a failure.
 */
public final class Asking implements AutoCloseable {

  private static final long GLANCE_MILLIS = 50;

  private final Stop stop;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread daemon = new Thread(work, "ask");
            daemon.setDaemon(true);
            return daemon;
          });

  public Asking(Stop stop) {
    this.stop = stop;
  }

  /**
   * The answer, or what the question throws.
   *
   * @throws Stopped where it is time to stop before the answer is there
   */
  public <T> T answer(Supplier<T> question) {
    Future<T> answer = thread.submit(question::get);
    try {
      while (true) {
        try {
          return answer.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          if (stop.isAsked()) {
            throw new Stopped();
          }
        }
      }
    } catch (InterruptedException e) {
      // not interrupted again: files that are being written would be closed by it
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

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
