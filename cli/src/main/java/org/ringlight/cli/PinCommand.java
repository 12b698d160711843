package org.ringlight.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Pin;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.Namespace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight pin}. */
@Command(
    name = "pin",
    description = {
      "Keeps a commit of the tables, with all its files, until it is unpinned: what a case or a"
          + " paper cites can then be read again, whatever is indexed later.",
      "Prints the name of the pin; ringlight status lists all pins. Disturbs no writer."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight pin --why 'case 17, the orphaned branch'",
      "  ringlight pin --namespace findings --commit 42 --why 'figures of the report'"
    })
final class PinCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Option(
      names = "--commit",
      paramLabel = "N",
      description = "Its number, of those still kept. Default: the newest.")
  @Nullable Long commit;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      required = true,
      description = "What it is kept for; shown by status.")
  String why = "";

  @Option(
      names = "--namespace",
      paramLabel = "xmr|findings|intel",
      defaultValue = "xmr",
      description = "Whose commit. Default: ${DEFAULT-VALUE}.")
  Namespace namespace = Namespace.XMR;

  @Override
  public Integer call() {
    try (Lake lake = Lake.openExisting(parent.data())) {
      if (why.isBlank()) {
        throw new ConfigurationInvalid(
            "a pin says what it is for", "--why", "write it in a few words");
      }
      Tip tip = find(lake);
      Pin pin = lake.pin(namespace, tip, why);
      parent.out().println(pin.id());
      parent.out().flush();
      parent
          .talk()
          .printf(
              Locale.ROOT,
              "Commit %d, up to height %d, is kept until: ringlight unpin %s%n",
              tip.number(),
              tip.height(),
              pin.id());
    }
    return ExitCode.DONE;
  }

  private Tip find(Lake lake) {
    List<Tip> kept = lake.tips(namespace);
    if (kept.isEmpty()) {
      throw LookUp.notFound(
          "commit",
          namespace == Namespace.XMR
              ? "nothing is indexed yet"
              : "nothing is written in " + namespace.sqlName() + " yet");
    }
    Tip newest = kept.get(kept.size() - 1);
    if (commit == null) {
      return newest;
    }
    long number = commit;
    return kept.stream()
        .filter(tip -> tip.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "commit " + number + " is not kept",
                    lake.folder().toString(),
                    "choose one from "
                        + kept.get(0).number()
                        + " to "
                        + newest.number()
                        + " that is still there"));
  }
}
