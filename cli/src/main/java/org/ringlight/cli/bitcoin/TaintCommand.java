package org.ringlight.cli.bitcoin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.cluster.CommonInputOwnership;
import org.ringlight.analytics.bitcoin.read.Tags;
import org.ringlight.analytics.bitcoin.run.ClusterRun;
import org.ringlight.analytics.bitcoin.run.Clustering;
import org.ringlight.analytics.bitcoin.run.TaggedClusters;
import org.ringlight.analytics.bitcoin.run.TaintQuestion;
import org.ringlight.analytics.bitcoin.run.TaintRun;
import org.ringlight.analytics.bitcoin.run.TaintStart;
import org.ringlight.analytics.bitcoin.taint.FeePolicy;
import org.ringlight.analytics.bitcoin.taint.TaintMethod;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.format.Format;
import org.ringlight.protocol.TxHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight taint}. */
@Command(
    name = "taint",
    description = {
      "Follows Bitcoin from outputs or addresses to where it lies now, by a named convention of how"
          + " coins go through transactions, and says which tagged services it reached. Written as"
          + " findings: btc_findings.taint in SQL.",
      "Satoshi have no names: all of it is conditional on the method. Beside each service stands"
          + " the most that can have come there by any method (maximum flow)."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight taint --source TXHASH:0 --method all --tags exchanges.csv --case theft",
      "  ringlight taint --source ADDRESS --method fifo --until 800000 --format csv",
      "  ringlight taint --source TXHASH:1=250000 --show services --format jsonl"
    })
public final class TaintCommand implements Callable<Integer> {

  private static final Pattern OUTPUT =
      Pattern.compile("([0-9a-fA-F]{64}):([0-9]{1,9})(?:=([0-9]{1,16}))?");
  private static final String ALL = "all";

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Option(
      names = "--source",
      required = true,
      arity = "1..*",
      paramLabel = "TXHASH:INDEX[=SATOSHI]|ADDRESS",
      description = "An output, its first satoshi, or every output of an address; may be several.")
  List<String> sources = new ArrayList<>();

  @Option(
      names = "--method",
      paramLabel = "poison|haircut|fifo|lifo|tiho|dirty-first|all",
      defaultValue = "haircut",
      description = "How coins go through a transaction. Default: ${DEFAULT-VALUE}.")
  String method = "haircut";

  @Option(
      names = "--fee-policy",
      paramLabel = "pro-rata|last|none",
      description =
          "Which coins the fee takes. Default: pro-rata for poison and haircut, last for others.")
  @Nullable String feePolicy;

  @Option(
      names = "--tags",
      paramLabel = "FILE",
      description =
          "Services, at which following ends: CSV with the header address,owner,category.")
  @Nullable Path tagFile;

  @Option(
      names = "--until",
      paramLabel = "HEIGHT",
      description = "The last block that is read. Default: the tip.")
  @Nullable Long until;

  @Option(
      names = "--min",
      paramLabel = "SATOSHI",
      defaultValue = "1",
      description = "Show no output with less taint. Default: ${DEFAULT-VALUE}.")
  long least = 1;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      defaultValue = "unnamed",
      description =
          "Under which it is written, in place of what was written so before. Default:"
              + " ${DEFAULT-VALUE}.")
  String caseName = "unnamed";

  @Option(names = "--no-write", description = "Write no findings.")
  boolean noWrite;

  @Option(
      names = "--show",
      paramLabel = "outputs|holders|services|totals",
      defaultValue = TaintPage.OUTPUTS,
      description = "What csv and jsonl list. Default: ${DEFAULT-VALUE}.")
  String show = TaintPage.OUTPUTS;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|jsonl",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    TaintQuestion question =
        new TaintQuestion(
            caseName,
            sources.stream().map(this::start).toList(),
            methods(),
            Optional.ofNullable(feePolicy).map(this::fees),
            until == null ? Long.MAX_VALUE : until);
    if (caseName.isBlank()) {
      throw wrong("--case is a name, not empty");
    } else if (least < 1) {
      throw wrong("--min is a number of satoshi, 1 or more");
    } else if (!TaintPage.LISTS.contains(show)) {
      throw wrong("--show knows " + String.join(", ", TaintPage.LISTS) + ", not " + show);
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
        TaintRun run = new TaintRun(tables.lookup(), question, owners, tables.progress());
        tables.watched(
            () -> {
              run.follow();
              return run;
            });
        Sections page = new TaintPage(tables, run, owners, least).of(caseName);
        if (!noWrite) {
          page.head().put("run", run.write(tables.lake()));
        }
        page.print(parent.out(), format, show);
      }
    }
    return ExitCode.DONE;
  }

  private TaintStart start(String typed) {
    Matcher output = OUTPUT.matcher(typed);
    if (!output.matches()) {
      if (typed.contains(":") || typed.contains("=")) {
        throw wrong("'" + typed + "' is neither TXHASH:INDEX[=SATOSHI] nor an address");
      }
      return new TaintStart.Address(typed);
    }
    String satoshi = output.group(3);
    long part = satoshi == null ? TaintStart.Output.WHOLE : Long.parseLong(satoshi);
    if (satoshi != null && part < 1) {
      throw wrong("'" + typed + "': at least one satoshi is followed");
    }
    return new TaintStart.Output(
        typed,
        TxHash.parse(output.group(1).toLowerCase(Locale.ROOT)),
        Integer.parseInt(output.group(2)),
        part);
  }

  private List<TaintMethod> methods() {
    if (method.equals(ALL)) {
      return List.of(TaintMethod.values());
    }
    return List.of(
        Stream.of(TaintMethod.values())
            .filter(one -> one.word().equals(method))
            .findFirst()
            .orElseThrow(
                () ->
                    wrong(
                        "--method knows poison, haircut, fifo, lifo, tiho, dirty-first and all,"
                            + " not "
                            + method)));
  }

  private FeePolicy fees(String typed) {
    return Stream.of(FeePolicy.values())
        .filter(one -> one.word().equals(typed))
        .findFirst()
        .orElseThrow(() -> wrong("--fee-policy knows pro-rata, last and none, not " + typed));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
