package org.ringlight.cli.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.analysis.Analysis;
import org.ringlight.analytics.analysis.AnalysisOptions;
import org.ringlight.analytics.analysis.AnalysisResult;
import org.ringlight.analytics.analysis.ForeignCascade;
import org.ringlight.analytics.heuristic.Deduction;
import org.ringlight.analytics.heuristic.Heuristic;
import org.ringlight.analytics.plugin.Heuristics;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.format.DocumentPrinter;
import org.ringlight.cli.format.Format;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight analyze}. */
@Command(
    name = "analyze",
    description = {
      "Finds what follows from the rings, and writes it as findings: findings.claims in SQL, prove,"
          + " export, graph findings.",
      "Without names everything that proves is run: what follows from consensus rules alone, and"
          + " what follows from assertions that stand. After new blocks only what they can change"
          + " is worked out again. The findings of a run take the place of those before."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight analyze",
      "  ringlight analyze zero-mixin cascade",
      "  ringlight analyze --fork ../fork --format json",
      "  ringlight analyze --master spark://host:7077",
      "  ringlight analyze --rules official --out spent.txt"
    })
public final class AnalyzeCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "HEURISTIC",
      description = "Which to run; ringlight heuristics lists them. Default: all that prove.")
  List<String> names = new ArrayList<>();

  @Option(names = "--proven", description = "All that prove; the default.")
  boolean proven;

  @Option(names = "--statistical", description = "All that guess, and none that prove.")
  boolean statistical;

  @Option(names = "--all", description = "All that prove, and all that guess.")
  boolean all;

  @Option(
      names = "--rules",
      paramLabel = "official",
      description =
          "With official: mark outputs exactly as monero-blockchain-mark-spent-outputs does, and"
              + " say of each rule of it how many of its marks are proven by the findings. No"
              + " finding is written.")
  @Nullable String rules;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --rules official: the marks, in that program's export format.")
  @Nullable Path out;

  @Option(
      names = "--disputed",
      paramLabel = "FILE",
      description =
          "With --rules official: the marks that no finding proves, as CSV, each with the faulty"
              + " rule that made it.")
  @Nullable Path disputed;

  @Option(
      names = "--fork",
      paramLabel = "DIR",
      description =
          "The data directory of a chain that shares its first blocks with this one; may be given"
              + " several times.")
  List<Path> forks = new ArrayList<>();

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Have zero-mixin and cascade worked out by Spark, for chains beyond one machine: a"
              + " cluster's master, which reaches the data directory by the same path, or"
              + " local[N].")
  @Nullable String master;

  @Option(names = "--anew", description = "Use nothing of the run before.")
  boolean anew;

  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    int chosen =
        (proven ? 1 : 0) + (statistical ? 1 : 0) + (all ? 1 : 0) + (names.isEmpty() ? 0 : 1);
    if (chosen > 1) {
      throw wrong("give names, or one of --proven, --statistical and --all");
    }
    if (rules == null && (out != null || disputed != null)) {
      throw wrong("--out and --disputed go with --rules official");
    } else if (out != null && disputed != null && isOneFile(out, disputed)) {
      throw wrong("--out and --disputed name one file: give each its own");
    } else if (rules != null && !rules.equals("official")) {
      throw wrong("--rules knows official, not " + rules);
    } else if (rules != null && (chosen > 0 || !forks.isEmpty() || anew || master != null)) {
      throw wrong(
          "--rules official runs the rules of that program and nothing else: leave out names,"
              + " --proven, --statistical, --all, --fork, --anew and --master");
    }
    try (Lake lake = Lake.openExisting(parent.data())) {
      if (rules != null) {
        officialRules(lake);
      } else if (master != null) {
        print(analyzeOn(lake, master));
      } else {
        print(analyze(lake));
      }
    }
    return ExitCode.DONE;
  }

  private static boolean isOneFile(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void officialRules(Lake lake) {
    ObjectNode document =
        new OfficialReport(parent.progress(), parent.talk()).write(lake, out, disputed);
    new DocumentPrinter(parent.out()).print(document, format);
  }

  private AnalysisResult analyzeOn(Lake lake, String where) {
    boolean others =
        !names.isEmpty() && !Set.copyOf(names).equals(Set.copyOf(ForeignCascade.heuristics()));
    if (others || proven || statistical || all || !forks.isEmpty()) {
      throw wrong(
          "--master runs "
              + String.join(" and ", ForeignCascade.heuristics())
              + ", and nothing else");
    }
    AnalysisProgress progress = new AnalysisProgress();
    return Ticker.during(
        parent.progress(),
        parent.talk(),
        progress::stand,
        () -> new ForeignCascade(lake, new SparkCascadeJob(parent.data(), where), progress).run());
  }

  private AnalysisResult analyze(Lake lake) {
    AnalysisProgress progress = new AnalysisProgress();
    return Ticker.during(
        parent.progress(),
        parent.talk(),
        progress::stand,
        () -> new Analysis(lake, options(), progress).run());
  }

  private AnalysisOptions options() {
    Heuristics known = Heuristics.onClassPath();
    List<String> deductions = new ArrayList<>();
    List<Heuristic> estimates = new ArrayList<>();
    for (Heuristic heuristic : names.isEmpty() ? known.all() : known.named(names)) {
      if (!(heuristic instanceof Deduction)) {
        if (statistical || all || !names.isEmpty()) {
          estimates.add(heuristic);
        }
      } else if (!statistical) {
        deductions.add(heuristic.card().id().name());
      }
    }
    return new AnalysisOptions(
        Analysis.deductions().stream().filter(deductions::contains).toList(),
        estimates,
        forks.stream().map(fork -> fork.toAbsolutePath().normalize()).toList(),
        anew);
  }

  private void print(AnalysisResult result) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("run", result.runId());
    document.put("rings", result.rings());
    document.put("rings_resolved", result.resolved());
    document.put("rings_narrowed", result.narrowed());
    document.put("findings_written", result.written());
    document.put("kept_up_to_height", result.keptUpTo() < 0 ? null : result.keptUpTo());
    ArrayNode found = document.putArray("resolved_or_in_a_set_by");
    result
        .byHeuristic()
        .forEach((name, rings) -> found.addObject().put("heuristic", name).put("rings", rings));
    ArrayNode sizes = document.putArray("closed_sets");
    result
        .bySize()
        .forEach((size, count) -> sizes.addObject().put("rings", size).put("sets", count));
    new DocumentPrinter(parent.out()).print(document, format);
    parent
        .talk()
        .printf(
            Locale.ROOT,
            "Rings resolved: %,d of %,d. ringlight prove KEYIMAGE shows how; the key images"
                + " stand in findings.claims.%n",
            result.resolved(),
            result.rings());
  }
}
