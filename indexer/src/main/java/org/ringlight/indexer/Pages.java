package org.ringlight.indexer;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.Interrupted;

/**
 * Stages one and two running ahead of the third: one thread fetches, as many as there are cores
 * decode, and decoded pages come out in height order. At most a few pages are under way, so memory
 * does not depend on the chain's length.
 */
final class Pages implements AutoCloseable {

  private static final int WAITING_PAGES = 3;
  private static final long LOOK_UP_MILLIS = 100;

  private final BlockingQueue<Future<List<CheckedBlock>>> decoded =
      new ArrayBlockingQueue<>(WAITING_PAGES);
  private final ExecutorService decoders =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(), work -> daemon(work, "decode"));
  private final Thread fetcher;
  private final IndexProgress progress;
  private final BooleanSupplier stopping;

  /** Starts fetching the blocks at heights {@code from} to {@code to}, both included. */
  Pages(
      Fetch fetch,
      Decode decode,
      long from,
      long to,
      IndexProgress progress,
      BooleanSupplier stopping) {
    this.stopping = stopping;
    this.progress = progress;
    this.fetcher = daemon(() -> run(fetch, decode, from, to), "fetch");
    fetcher.start();
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void run(Fetch fetch, Decode decode, long from, long to) {
    try {
      for (long height = from; height <= to; ) {
        Future<List<CheckedBlock>> page;
        try {
          FetchedPage fetched = fetch.page(height, to);
          progress.fetched(fetched.page());
          height += fetched.page().blocks().size();
          page = decoders.submit(() -> decode.page(fetched));
        } catch (RuntimeException e) {
          decoded.put(CompletableFuture.failedFuture(e));
          return;
        }
        decoded.put(page);
      }
      decoded.put(CompletableFuture.completedFuture(List.of()));
    } catch (InterruptedException e) {
      // closed: nobody waits for more pages
    }
  }

  /**
   * The next page's blocks, in order; none after the last page, nor when the run is to stop. What
   * went wrong is thrown here.
   */
  List<CheckedBlock> next() {
    try {
      progress.waiting(decoded.size());
      @Nullable Future<List<CheckedBlock>> page = null;
      while (page == null) {
        if (stopping.getAsBoolean()) {
          return List.of();
        }
        page = decoded.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
      }
      return page.get();
    } catch (InterruptedException e) {
      throw new Interrupted("interrupted", "index", "run the same command again to go on");
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
    fetcher.interrupt();
    decoders.shutdownNow();
  }
}
