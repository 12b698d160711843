package org.ringlight.cli.truth;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.CtrlC;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.format.TextTable;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.truth.story.Told;
import org.ringlight.truth.story.plot.Part;
import org.ringlight.truth.story.plot.Story;
import org.ringlight.truth.story.plot.StoryFile;
import org.ringlight.truth.story.told.StoryRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight truth regtest}. */
@Command(
    name = "regtest",
    description = {
      "Tells a story on a private chain: a real monerod and a real wallet for each actor, at"
          + " simulated times. Beside the chain, which stays in DIR/node, it writes who really"
          + " spent what, whose the addresses are, and what the story's services wrote down.",
      "Needs the programs monerod and monero-wallet-rpc (Debian's package is monero).",
      "Ctrl-C ends the story after the turn that is being taken; what happened so far is written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight truth regtest --list",
      "  ringlight truth regtest --story theft-and-cash-out --out theft",
      "  ringlight truth regtest --story village.yaml --seed 7 --out village"
    })
final class TruthRegtestCommand implements Callable<Integer> {

  @ParentCommand TruthCommand truth;

  @Spec CommandSpec spec;

  @Option(
      names = "--story",
      paramLabel = "FILE|NAME",
      description = "A story file (YAML), or a story that comes with the program.")
  @Nullable String story;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "A new or empty folder for chain and files.")
  @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Other chances than the story's own: who pays whom, how much and when.")
  @Nullable Long seed;

  @Option(names = "--list", description = "Shows the stories that come with the program.")
  boolean list;

  @Override
  public Integer call() {
    if (list) {
      list();
      return ExitCode.DONE;
    }
    if (story == null || out == null) {
      throw new ParameterException(
          spec.commandLine(), "give a story and a folder: --story FILE|NAME --out DIR");
    }
    StoryFile file = StoryFile.named(story);
    return tell(seed == null ? file : file.withSeed(seed), out);
  }

  private int tell(StoryFile file, Path folder) {
    StoryTalk talk = new StoryTalk(truth.parent, file.story());
    Told told =
        Ticker.during(
            truth.parent.progress(),
            truth.parent.talk(),
            talk::stand,
            () -> {
              try (StoryRun run = StoryRun.begin(file, folder, talk)) {
                CtrlC.does(
                    () -> {
                      talk.interrupted();
                      run.endEarly("it was interrupted");
                    });
                return run.tell();
              }
            });
    talk.summary(told, folder);
    if (told.endedEarly().isEmpty()) {
      return ExitCode.DONE;
    }
    return talk.wasInterrupted() ? ExitCode.INTERRUPTED : ExitCode.UNREACHABLE;
  }

  private void list() {
    List<String> heads = List.of("name", "days", "blocks", "turns", "wallets", "title");
    try (TextTable table = new TextTable(truth.parent.out(), heads)) {
      for (String name : StoryFile.shipped()) {
        Story shipped = StoryFile.named(name).story();
        table.add(
            Stream.of(
                    name,
                    shipped.days(),
                    shipped.blocks(),
                    shipped.turns(),
                    wallets(shipped),
                    shipped.title())
                .map(value -> String.format(Locale.ROOT, "%s", value))
                .toList());
      }
    }
    truth.parent.out().flush();
  }

  private static long wallets(Story story) {
    return story.parts().stream()
        .filter(part -> !(part instanceof Part.Auditor))
        .mapToLong(part -> part.names().size())
        .sum();
  }
}
