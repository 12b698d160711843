package org.ringlight.cli.graph;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.ringlight.cli.CtrlC;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Interrupted;
import org.ringlight.graph.finding.RunCheck;
import org.ringlight.graph.finding.Runs;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.verify.Checked;
import org.ringlight.graph.verify.GraphReport;
import org.ringlight.graph.verify.GraphVerify;
import org.ringlight.graph.verify.Repair;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph verify}. */
@Command(
    name = "verify",
    description = {
      "Compares the graph with the tables, chain by chain: every property of every block,"
          + " transaction, ring, output and address, every membership with its position, every"
          + " input, and that there is nothing else; and every run of findings and clusters with"
          + " what was brought. Exit code 5 where they differ.",
      "With --repair the blocks concerned are written anew, and all is compared again. Runs of"
          + " findings that differ count no more: they, and labels, are to be loaded again after."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight graph verify", "  ringlight graph verify --repair"})
final class GraphVerifyCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Option(names = "--repair", description = "Make the graph equal to the tables.")
  boolean repair;

  private final AtomicLong height = new AtomicLong();
  private final AtomicLong tip = new AtomicLong();
  private final AtomicBoolean stopping = new AtomicBoolean();

  @Override
  public Integer call() {
    CtrlC.does(() -> stopping.set(true));
    int code = ExitCode.DONE;
    try (Lake lake = Lake.openExisting(graph.parent.data());
        GraphConnection connection = GraphCommand.connect(graph.parent)) {
      for (GraphChain chain : chains(connection)) {
        GraphReport report = check(lake, connection, chain);
        line(graph.parent.out(), "chain", chain.projection().chainName());
        print(report);
        if (!report.isClean()) {
          code = ExitCode.DATA_INVALID;
        }
      }
      if (!areRunsClean(connection)) {
        code = ExitCode.DATA_INVALID;
      }
    }
    return code;
  }

  /** With --repair, runs that are not what was brought count no more. */
  private boolean areRunsClean(GraphConnection connection) {
    RunCheck.Found found = RunCheck.check(connection);
    PrintWriter out = graph.parent.out();
    line(out, "runs of findings", count(found.runs()));
    line(out, "their rows", count(found.rows()));
    for (Runs.Run run : found.different()) {
      line(
          out,
          "DIFFERS",
          "run %d, %s of %s: not what was brought; bring it again"
              .formatted(run.number(), run.kind(), run.source()));
    }
    if (repair) {
      RunCheck.retire(connection, found.different());
    }
    line(
        out,
        "result",
        found.isClean()
            ? "the findings are what was brought"
            : repair
                ? "runs that count no more: " + count(found.different().size())
                : count(found.different().size())
                    + " runs differ; ringlight graph verify --repair");
    out.flush();
    return found.isClean() || repair;
  }

  private static List<GraphChain> chains(GraphConnection connection) {
    List<GraphChain> held =
        Arrays.stream(GraphChain.values())
            .filter(chain -> chain.state(connection).isPresent())
            .toList();
    if (held.isEmpty()) {
      throw new ConfigurationInvalid(
          "the graph is empty", connection.address().uri(), "ringlight graph load");
    }
    return held;
  }

  private GraphReport check(Lake lake, GraphConnection connection, GraphChain chain) {
    try (Snapshot tables =
        lake.current(chain.namespace())
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "there is nothing to compare with: the graph holds "
                            + chain.projection().chainName()
                            + ", the tables do not",
                        lake.folder().toString(),
                        "name the data directory that it was loaded from (--data)"))) {
      ChainIdentity identity = lake.identity(chain.namespace()).orElseThrow();
      height.set(0);
      tip.set(tables.tip().height());
      return Ticker.during(
          graph.parent.progress(),
          graph.parent.talk(),
          () ->
              new Stand(
                  "compare " + chain.projection().chainName(),
                  "blocks",
                  height.get(),
                  tip.get(),
                  List.of()),
          () -> run(connection, chain.checked(), tables, identity));
    }
  }

  private GraphReport run(
      GraphConnection connection, Checked what, Snapshot tables, ChainIdentity chain) {
    LongConsumer checked =
        up -> {
          height.set(up);
          if (stopping.get()) {
            throw new Interrupted(
                "stopped at height " + up, connection.address().uri(), "run it again");
          }
        };
    return repair
        ? Repair.run(connection, what, tables, chain, checked)
        : new GraphVerify(connection, what, tables, chain, checked).check();
  }

  private void print(GraphReport report) {
    PrintWriter out = graph.parent.out();
    line(out, "heights", report.fromHeight() + " to " + report.toHeight());
    report.tables().all().forEach((kind, number) -> line(out, kind, count(number)));
    line(out, "digest of the tables", report.digest());
    if (report.repaired() > 0) {
      line(out, "blocks written anew", count(report.repaired()));
    }
    report.differences().forEach(what -> line(out, "DIFFERS", what));
    line(
        out,
        "result",
        report.isClean()
            ? "the graph is what the tables say"
            : count(report.differing()) + " differences; ringlight graph verify --repair");
    out.flush();
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf(Locale.ROOT, "%-22s %s%n", name, value);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
