package org.ringlight.indexer.pipeline;

import java.time.Duration;
import org.ringlight.failure.Interrupted;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;

/** One run, from the lock of its namespace to its report. */
public final class Run {

  private Run() {}

  /** What a run does. */
  @FunctionalInterface
  public interface Work {
    void with(Writer writer, Asking asking, Tally tally);
  }

  /**
   * Does {@code work}, or as much of it as there is until it is stopped.
   *
   * @throws Interrupted where it is stopped before it has anything to report
   */
  public static IndexReport of(Lake lake, Namespace namespace, Stop stop, Work work) {
    long start = System.nanoTime();
    Tally tally = new Tally();
    try (Writer writer = lake.writer(namespace);
        Asking asking = new Asking(stop)) {
      try {
        work.with(writer, asking, tally);
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
}
