package org.ringlight.indexer.pipeline;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.ringlight.failure.Interrupted;

/**
 * Stages one and two running ahead of the third: one thread fetches, as many as there are cores
 * decode, and decoded pages come out in height order. A node sends up to 100 MB as one page, so raw
 * bytes are bounded and not only pages: memory depends neither on the chain's length nor on the
 * size of its transactions.
 *
 * @param <R> a raw page
 * @param <B> a verified block
 */
public final class Pages<R extends RawPage, B> implements AutoCloseable {

  private static final int WAITING_PAGES = 3;

  /** Raw pages that wait for a decoder or are in one; a page that is larger waits for all of it. */
  private static final int RAW_KILOBYTES = 64 << 10;

  private static final long GLANCE_MILLIS = 50;

  private final BlockingQueue<Future<DecodedPage<B>>> decoded =
      new ArrayBlockingQueue<>(WAITING_PAGES);
  private final Semaphore rawKilobytes = new Semaphore(RAW_KILOBYTES);
  private final ExecutorService decoders =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(), work -> daemon(work, "decode"));
  private final Thread fetcher;
  private final IndexProgress progress;
  private final BooleanSupplier stopping;

  /**
   * Starts fetching the blocks at heights {@code from} to {@code to}, both included.
   *
   * @param stopping asked again and again; once it says yes, no page comes any more
   */
  public Pages(
      PageSource<R> fetch,
      Function<R, DecodedPage<B>> decode,
      long from,
      long to,
      IndexProgress progress,
      BooleanSupplier stopping) {
    this.progress = progress;
    this.stopping = stopping;
    this.fetcher = daemon(() -> run(fetch, decode, from, to), "fetch");
    fetcher.start();
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void run(PageSource<R> fetch, Function<R, DecodedPage<B>> decode, long from, long to) {
    try {
      for (long height = from; height <= to; ) {
        Future<DecodedPage<B>> page;
        try {
          R fetched = fetch.page(height, to);
          progress.fetched(fetched.bytes());
          height += fetched.blockCount();
          page = decoding(decode, fetched);
        } catch (RuntimeException | Error e) {
          decoded.put(CompletableFuture.failedFuture(e));
          return;
        }
        decoded.put(page);
      }
      decoded.put(CompletableFuture.completedFuture(DecodedPage.end()));
    } catch (InterruptedException e) {
      // closed: nobody waits for more pages
    }
  }

  private Future<DecodedPage<B>> decoding(Function<R, DecodedPage<B>> decode, R fetched)
      throws InterruptedException {
    int kilobytes = (int) Math.min(RAW_KILOBYTES, 1 + (fetched.bytes() >> 10));
    rawKilobytes.acquire(kilobytes);
    return decoders.submit(
        () -> {
          try {
            return decode.apply(fetched);
          } finally {
            rawKilobytes.release(kilobytes);
          }
        });
  }

  /**
   * The next page; one that {@link DecodedPage#isEnd} after the last, or when it is time to stop.
   * What went wrong with a whole page is thrown here.
   */
  public DecodedPage<B> next() {
    try {
      progress.waiting(decoded.size());
      Future<DecodedPage<B>> page = null;
      while (page == null) {
        if (stopping.getAsBoolean()) {
          return DecodedPage.end();
        }
        page = decoded.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
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
