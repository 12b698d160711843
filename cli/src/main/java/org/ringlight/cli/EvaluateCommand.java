package org.ringlight.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.finding.FindingFile;
import org.ringlight.analytics.heuristic.Heuristic;
import org.ringlight.analytics.plugin.PlugIns;
import org.ringlight.analytics.ring.LakeRings;
import org.ringlight.cli.evaluate.ScoreFormat;
import org.ringlight.cli.evaluate.ScorePrinter;
import org.ringlight.cli.evaluate.WatchedRings;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.truth.evaluate.Breakdown;
import org.ringlight.truth.evaluate.Evaluated;
import org.ringlight.truth.evaluate.Evaluation;
import org.ringlight.truth.evaluate.KnownRings;
import org.ringlight.truth.evaluate.plot.Plots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "How right heuristics are on a chain whose true spends are known: claims counted,"
          + " probabilities scored, per era of the chain.",
      "Judges the heuristics built in, those of your own jar (--plugin), and findings that your own"
          + " program wrote (--findings). docs/concepts/evaluation.md says what each figure means."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight --data .ringlight/demo evaluate --truth .ringlight/demo/truth.csv",
      "  ringlight evaluate --truth truth.csv --plugin my.jar --heuristic my-guess --heuristic"
          + " uniform-guess --plots plots",
      "  ringlight evaluate --truth truth.csv --findings mine.jsonl --by ring-size --format md"
    })
final class EvaluateCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "FILE",
      description = "The true spends, as the commands that make chains write them.")
  Path truth = Path.of("truth.csv");

  @Option(
      names = "--heuristic",
      paramLabel = "NAME",
      description = "A heuristic to run; may be given several times. Default: all there are.")
  List<String> names = new ArrayList<>();

  @Option(
      names = "--plugin",
      paramLabel = "JAR",
      description =
          "A jar with heuristics of your own; may be given several times. Its code runs with all"
              + " your rights.")
  List<Path> jars = new ArrayList<>();

  @Option(
      names = "--findings",
      paramLabel = "FILE",
      description = "Findings to judge, JSON lines or CSV; may be given several times.")
  List<Path> files = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "era|ring-size",
      defaultValue = "era",
      description =
          "What rings are told apart by: the block's major version, or the number of members."
              + " Default: ${DEFAULT-VALUE}.")
  Breakdown by = Breakdown.ERA;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|md",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  ScoreFormat format = ScoreFormat.TABLE;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description = "Writes reliability diagrams and the collision matrix there, as SVG.")
  @Nullable Path plots;

  @Override
  public Integer call() {
    try (PlugIns plugIns = PlugIns.open(jars);
        Lake lake = Lake.openExisting(parent.data());
        SqlSession tables = Sql.open(lake)) {
      List<Heuristic> heuristics = plugIns.heuristics().named(names);
      WatchedRings rings = new WatchedRings(LakeRings.of(tables));
      Evaluated scores =
          Ticker.during(
              parent.progress(),
              parent.talk(),
              rings::stand,
              () -> evaluate(plugIns, heuristics, rings));
      new ScorePrinter(parent.out()).print(scores, format);
      if (plots != null) {
        int written = Plots.write(scores, plots);
        parent.talk().println(written + " diagrams written to " + plots);
      }
    }
    return ExitCode.DONE;
  }

  private Evaluated evaluate(PlugIns plugIns, List<Heuristic> heuristics, WatchedRings rings) {
    KnownRings known = KnownRings.load(truth, rings);
    parent
        .talk()
        .printf(
            Locale.ROOT,
            "%,d rings with a known spend; %,d of the truth are not in the tables, %,d of the"
                + " tables are not in the truth.%n",
            known.count(),
            known.notInTables(),
            known.withoutTruth());
    Evaluation evaluation = new Evaluation(known, by);
    for (Heuristic heuristic : heuristics) {
      rings.stage("run " + heuristic.card().id());
      plugIns.run(heuristic, rings, evaluation);
    }
    for (Path file : files) {
      rings.stage("read " + file + ";");
      FindingFile.read(file, evaluation);
    }
    rings.stage("score");
    return evaluation.scores();
  }
}
