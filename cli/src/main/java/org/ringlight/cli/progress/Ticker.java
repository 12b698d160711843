package org.ringlight.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Shows how far a job is while it runs, once it has taken two seconds: a bar redrawn in place on a
 * terminal, a plain line every ten seconds elsewhere, or a JSON line a second.
 */
public final class Ticker {

  private static final Duration FIRST = Duration.ofSeconds(2);

  private final Supplier<Stand> stand;
  private final Rendering rendering;
  private final PrintWriter out;
  private final Thread thread;
  private final long start = System.nanoTime();
  private boolean shown;

  private Ticker(Supplier<Stand> stand, Rendering rendering, PrintWriter out) {
    this.stand = stand;
    this.rendering = rendering;
    this.out = out;
    this.thread = new Thread(this::run, "progress");
    thread.setDaemon(true);
  }

  /**
   * Does {@code job} and meanwhile shows what {@code stand} says, which is asked from another
   * thread.
   */
  public static <T> T during(
      ProgressStyle style, PrintWriter out, Supplier<Stand> stand, Supplier<T> job) {
    Ticker ticker = new Ticker(stand, Rendering.of(style), out);
    if (style != ProgressStyle.OFF) {
      ticker.thread.start();
    }
    try {
      return job.get();
    } finally {
      ticker.stop();
    }
  }

  private void run() {
    try {
      Thread.sleep(FIRST.toMillis());
      while (true) {
        show();
        Thread.sleep(rendering.interval().toMillis());
      }
    } catch (InterruptedException e) {
      // over: nothing more to show
    }
  }

  private synchronized void show() {
    out.print(rendering.render(stand.get(), Duration.ofNanos(System.nanoTime() - start)));
    out.flush();
    shown = true;
  }

  private void stop() {
    thread.interrupt();
    synchronized (this) {
      if (shown) {
        out.print(rendering.last());
        out.flush();
      }
    }
  }
}
