package org.ringlight.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.proof.Derivation;
import org.ringlight.analytics.proof.Deriver;
import org.ringlight.analytics.proof.ProofChecker;
import org.ringlight.analytics.proof.Verdict;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.cli.prove.ProofFormat;
import org.ringlight.cli.prove.ProofPrinter;
import org.ringlight.cli.prove.WatchedCheck;
import org.ringlight.lake.Lake;
import org.ringlight.protocol.KeyImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight prove}. */
@Command(
    name = "prove",
    description = {
      "What a ring is known to spend, step by step, down to what rests on nothing else. Each step"
          + " is checked against the tables, by code that shares nothing with what found it; of a"
          + " ring of which nothing was found it says how many members are possible.",
      "With --all it checks every finding of the tables."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight prove KEYIMAGE",
      "  ringlight prove --all",
      "  ringlight prove --format json KEYIMAGE | jq '.steps | length'"
    })
final class ProveCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Parameters(paramLabel = "KEYIMAGE", arity = "0..1", description = "The key image of the spend.")
  @Nullable KeyImage keyImage;

  @Option(names = "--all", description = "Checks every finding instead.")
  boolean all;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Default: ${DEFAULT-VALUE}.")
  ProofFormat format = ProofFormat.TEXT;

  @Option(
      names = "--fork",
      paramLabel = "DIR",
      description =
          "Data directory of a fork that findings rest on, as it was given to the analysis; may be"
              + " given several times.")
  List<Path> forks = new ArrayList<>();

  @Override
  public Integer call() {
    KeyImage asked = keyImage;
    if ((asked == null) != all) {
      throw new ParameterException(
          parent.spec.commandLine().getSubcommands().get("prove"),
          "give a KEYIMAGE, or --all, and not both");
    }
    try (Lake lake = Lake.openExisting(parent.data())) {
      return asked == null ? all(lake) : one(lake, asked);
    }
  }

  private int one(Lake lake, KeyImage asked) {
    Derivation derivation =
        new Deriver(lake, forks())
            .derive(asked)
            .orElseThrow(() -> LookUp.notFound("key image", asked));
    new ProofPrinter(parent.out(), format).print(derivation);
    return derivation.rejections().isEmpty() ? ExitCode.DONE : ExitCode.DATA_INVALID;
  }

  /** As an analysis names them. */
  private List<Path> forks() {
    return forks.stream().map(fork -> fork.toAbsolutePath().normalize()).toList();
  }

  private int all(Lake lake) {
    WatchedCheck watched = new WatchedCheck();
    Verdict verdict =
        Ticker.during(
            parent.progress(),
            parent.talk(),
            watched::stand,
            () -> new ProofChecker(lake, forks(), watched).check());
    new ProofPrinter(parent.out(), format).print(verdict);
    return verdict.rejected() == 0 ? ExitCode.DONE : ExitCode.DATA_INVALID;
  }
}
