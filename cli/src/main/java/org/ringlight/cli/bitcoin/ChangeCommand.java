package org.ringlight.cli.bitcoin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.cluster.CommonInputOwnership;
import org.ringlight.analytics.bitcoin.read.Tags;
import org.ringlight.analytics.bitcoin.run.ChangeRun;
import org.ringlight.analytics.bitcoin.run.ClusterRun;
import org.ringlight.analytics.bitcoin.run.Clustering;
import org.ringlight.analytics.bitcoin.run.TaggedClusters;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.Typing;
import org.ringlight.cli.format.Format;
import org.ringlight.protocol.TxHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight change}. */
@Command(
    name = "change",
    description = {
      "Names the output of Bitcoin transactions that goes back to the payer: heuristics vote,"
          + " vetoes strike votes, the most confident vote counts. Over all transactions it writes"
          + " what is found as findings: btc_findings.change in SQL.",
      "With transactions it shows every vote and veto, and writes nothing. All of it is"
          + " statistical; --accuracy measures the heuristics on change that this chain reveals"
          + " itself."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight change TXHASH", "  ringlight change --accuracy --format csv"})
public final class ChangeCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "TXHASH",
      description = "Which transactions. Default: all.")
  List<String> typed = new ArrayList<>();

  @Option(
      names = "--accuracy",
      description =
          "How often each heuristic is right and wrong where the chain reveals the change.")
  boolean accuracy;

  @Option(
      names = "--tags",
      paramLabel = "FILE",
      description = "Known owners: CSV with the header address,owner,category.")
  @Nullable Path tagFile;

  @Option(names = "--no-write", description = "Write no findings.")
  boolean noWrite;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|jsonl",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    List<TxHash> hashes = Typing.transactions(spec, typed);
    if (accuracy && !hashes.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--accuracy is measured over all transactions: name none");
    }
    try (BitcoinTables tables = new BitcoinTables(parent)) {
      Tags tags = tables.tags(tagFile);
      ClusterRun clusters =
          new ClusterRun(
              tables.lake(),
              tables.chain(),
              tags,
              CommonInputOwnership.USUAL_GUARDS,
              tables.progress());
      try (Clustering found = tables.watched(clusters::compute)) {
        TaggedClusters owners = new TaggedClusters(found.clusters(), tags);
        if (hashes.isEmpty()) {
          all(tables, owners);
        } else {
          new ChangePage(tables, owners).of(hashes).print(parent.out(), format, ChangePage.CHANGE);
        }
      }
    }
    return ExitCode.DONE;
  }

  private void all(BitcoinTables tables, TaggedClusters owners) {
    ChangeRun run = new ChangeRun(tables.chain(), owners, tables.progress());
    Sections page = new Sections();
    tables.watched(
        () -> {
          if (noWrite) {
            run.ask();
          } else {
            page.head().put("run", run.write(tables.lake()));
          }
          return run;
        });
    page.head().put("guarantee", "statistical").put("change_named", run.found());
    ChangePage.counts(page, run);
    if (accuracy) {
      ChangePage.accuracy(page, run);
    }
    page.print(parent.out(), format, accuracy ? ChangePage.ACCURACY : ChangePage.COUNTS);
  }
}
