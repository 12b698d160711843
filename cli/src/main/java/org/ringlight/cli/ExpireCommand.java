package org.ringlight.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Expiry;
import org.ringlight.lake.ExpiryPolicy;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight expire}. */
@Command(
    name = "expire",
    description = {
      "Forgets old commits of the tables, and deletes the files that only they need. What somebody"
          + " reads and what is pinned is kept; no row of the newest commit changes.",
      "Indexing and compact do this as they go; by hand it is for disks that are full."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight expire             # keeps the newest 20, and of the newest 100 the last hour's",
      "  ringlight expire --keep 1    # keeps the newest only"
    })
final class ExpireCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Keep the newest N commits of each namespace, whatever their age.")
  @Nullable Integer keep;

  @Override
  public Integer call() {
    ExpiryPolicy policy = policy();
    try (Lake lake = Lake.openExisting(parent.data())) {
      for (Namespace namespace : Namespace.values()) {
        if (lake.tip(namespace).isPresent()) {
          expire(lake, namespace, policy);
        }
      }
    }
    return ExitCode.DONE;
  }

  private void expire(Lake lake, Namespace namespace, ExpiryPolicy policy) {
    try (Writer writer = lake.writer(namespace)) {
      Expiry done = writer.expire(policy);
      parent
          .talk()
          .printf(
              Locale.ROOT,
              "Commits of %s: %,d forgotten, %,d kept. Files: %,d deleted, %,d bytes freed.%n",
              namespace.sqlName(),
              done.tipsRemoved(),
              done.tipsKept(),
              done.filesDeleted(),
              done.bytesFreed());
      if (!done.finished()) {
        parent
            .talk()
            .println("A reader was just opening, so no file was deleted; run it again for that.");
      }
    }
  }

  private ExpiryPolicy policy() {
    if (keep == null) {
      return ExpiryPolicy.DEFAULT;
    }
    if (keep < 1) {
      throw new ConfigurationInvalid(
          "at least one commit is kept", "--keep " + keep, "give a number from 1 on");
    }
    return ExpiryPolicy.newest(keep);
  }
}
