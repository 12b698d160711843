package org.ringlight.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ringlight.lake.Lake;
import org.ringlight.lake.migrate.Migration;
import org.ringlight.lake.migrate.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight migrate}. */
@Command(
    name = "migrate",
    description = {
      "Makes a data directory fit to be used: one that was moved to another folder, or copied, or"
          + " that an earlier version wrote.",
      "It says what it finds and does before doing it. Interrupted, run it again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mv old-disk/.ringlight new-disk/chain && ringlight --data new-disk/chain migrate",
      "  ringlight --data copy-of-the-tables migrate --dry-run"
    })
final class MigrateCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Option(names = "--dry-run", description = "Only say what would be done first.")
  boolean dryRun;

  @Override
  public Integer call() {
    Optional<Migration> found = Migrations.next(parent.data());
    if (found.isEmpty()) {
      parent.talk().println("Nothing to do. The tables are ready.");
      return ExitCode.DONE;
    }
    while (found.isPresent()) {
      parent.talk().println(found.get().description());
      if (dryRun) {
        return ExitCode.DONE;
      }
      found.get().run(parent.talk()::println);
      found = Migrations.next(parent.data());
    }
    sayWhatIsThere();
    return ExitCode.DONE;
  }

  private void sayWhatIsThere() {
    try (Lake lake = Lake.openExisting(parent.data())) {
      HeldFiles held = HeldFiles.of(lake);
      parent
          .talk()
          .printf(
              Locale.ROOT,
              "Done: %,d tables with %,d files, each there with its length. They are ready in"
                  + " %s.%n",
              held.tables(),
              held.files(),
              lake.folder());
    }
  }
}
