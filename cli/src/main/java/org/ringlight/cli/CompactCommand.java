package org.ringlight.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.Interrupted;
import org.ringlight.lake.ExpiryPolicy;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight compact}. */
@Command(
    name = "compact",
    description = {
      "Merges small files of the tables into larger ones, and deletes those that no reader and no"
          + " kept commit needs any more; no row changes.",
      "Indexing does this as it goes; by hand it is for tables that were left in many small files.",
      "Readers are not disturbed, and it can be stopped at any time."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight compact", "  ringlight --data /srv/ringlight compact"})
final class CompactCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Override
  public Integer call() {
    try (Lake lake = Lake.openExisting(parent.data())) {
      AtomicLong rows = new AtomicLong();
      AtomicBoolean stopping = new AtomicBoolean();
      CtrlC.does(() -> stopping.set(true));
      long before = HeldFiles.of(lake).files();
      Ticker.during(
          parent.progress(),
          parent.talk(),
          () -> new Stand("compact", "rows", rows.get(), 0, List.of()),
          () -> compact(lake, rows, stopping));
      if (rows.get() == 0) {
        parent.talk().printf(Locale.ROOT, "Nothing to merge: the tables have %,d files.%n", before);
      } else {
        parent
            .talk()
            .printf(
                Locale.ROOT,
                "%,d rows rewritten; the tables had %,d files and have %,d.%n",
                rows.get(),
                before,
                HeldFiles.of(lake).files());
      }
    }
    return ExitCode.DONE;
  }

  private static boolean compact(Lake lake, AtomicLong rows, AtomicBoolean stopping) {
    for (Namespace namespace : Namespace.values()) {
      if (lake.tip(namespace).isPresent()) {
        compact(lake, namespace, rows, stopping);
      }
    }
    return true;
  }

  private static void compact(
      Lake lake, Namespace namespace, AtomicLong rows, AtomicBoolean stopping) {
    long before = rows.get();
    try (Writer writer = lake.writer(namespace)) {
      writer.compactAll(
          merged -> {
            rows.set(before + merged);
            if (stopping.get()) {
              throw new Interrupted(
                  "stopped; what was merged before is kept",
                  lake.folder().toString(),
                  "run the same command again to go on");
            }
          });
      writer.expire(ExpiryPolicy.DEFAULT);
    }
  }
}
