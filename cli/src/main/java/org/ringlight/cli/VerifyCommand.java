package org.ringlight.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.verify.BitcoinCheckReport;
import org.ringlight.indexer.verify.CheckReport;
import org.ringlight.indexer.verify.NodeSampler;
import org.ringlight.indexer.verify.TableCheck;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;
import org.ringlight.rpc.NodeClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight verify}. */
@Command(
    name = "verify",
    description = {
      "Recomputes every block id, tree hash and transaction hash from the tables alone, and checks"
          + " that heights, ids, output indices and ring members fit together. Of all other tables"
          + " every row is read.",
      "Of Bitcoin's tables: block ids, work, merkle roots, every input against the output it"
          + " spends, fees, and that all coins come from subsidies.",
      "With --node it also asks the (Monero) node again for a sample of blocks and all their"
          + " transactions."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight verify",
      "  ringlight verify --node http://127.0.0.1:18081 --sample 200"
    })
final class VerifyCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Mixin NodeFlags node;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many blocks the node is asked for. Default: ${DEFAULT-VALUE}.")
  int sample = 50;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "What the sampled heights are drawn with. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Override
  public Integer call() {
    if (sample < 1) {
      throw new ParameterException(
          spec.commandLine(), "--sample is a number of blocks, at least 1");
    }
    try (Lake lake = Lake.openExisting(parent.data())) {
      if (lake.tip(Namespace.XMR).isEmpty() && lake.tip(Namespace.BTC).isEmpty()) {
        throw new ConfigurationInvalid(
            "there is nothing to verify",
            lake.folder().toString(),
            "run ringlight index first, or name the folder with --data");
      }
      List<String> problems = new ArrayList<>();
      long count = monero(lake, problems) + bitcoin(lake, problems);
      for (Namespace namespace :
          List.of(Namespace.FINDINGS, Namespace.BTC_FINDINGS, Namespace.INTEL)) {
        readToTheEnd(lake, namespace);
      }
      conclude(problems, count);
      return count == 0 ? ExitCode.DONE : ExitCode.DATA_INVALID;
    }
  }

  private long monero(Lake lake, List<String> problems) {
    try (Snapshot tables = lake.current(Namespace.XMR).orElse(null)) {
      if (tables == null) {
        return 0;
      }
      requireTips(lake, tables);
      TableCheck check = new TableCheck(tables, scratch());
      CheckReport report =
          Ticker.during(
              parent.progress(),
              parent.talk(),
              () -> stand(check, tables),
              () -> node.given() ? withNode(check, tables) : check.run());
      print(report, tables);
      problems.addAll(report.problems());
      return report.problemCount();
    }
  }

  private long bitcoin(Lake lake, List<String> problems) {
    try (Snapshot tables = lake.current(Namespace.BTC).orElse(null)) {
      if (tables == null) {
        return 0;
      }
      requireTips(lake, tables);
      BitcoinCheckReport report =
          new BitcoinVerify(parent)
              .run(tables, lake.identity(Namespace.BTC).orElseThrow(), scratch());
      report.problems().forEach(problem -> problems.add("btc " + problem));
      return report.problemCount();
    }
  }

  /** What nothing proves is whole at least. */
  private void readToTheEnd(Lake lake, Namespace namespace) {
    try (Snapshot tables = lake.current(namespace).orElse(null)) {
      if (tables == null) {
        return;
      }
      requireTips(lake, tables);
      tables.requireFiles();
      long count = 0;
      for (Table<?> table : namespace.tables()) {
        try (Rows<?> rows = tables.scan(table)) {
          count += rows.stream().count();
        }
      }
      line(parent.out(), "rows of " + namespace.sqlName() + " read", count(count));
    }
  }

  /** Reads every tip that is kept: what says which commits there are is data too. */
  private static void requireTips(Lake lake, Snapshot tables) {
    if (!lake.tips(tables.namespace()).contains(tables.tip())) {
      throw new DataInvalid(
          "the tips do not hold the newest commit, " + tables.tip().number(),
          lake.folder().toString(),
          "restore the data directory from a copy, or index again into an empty one");
    }
  }

  /** Beside other temporary files: evidence may be on a disk that cannot be written. */
  private static Path scratch() {
    return Path.of(
        System.getProperty("java.io.tmpdir", "."),
        "ringlight-verify-" + ProcessHandle.current().pid());
  }

  private CheckReport withNode(TableCheck check, Snapshot tables) {
    try (NodeClient client = node.connect(parent.talk())) {
      return check.run(new NodeSampler(client, tables, sample, seed));
    }
  }

  private static Stand stand(TableCheck check, Snapshot tables) {
    return new Stand(
        "verify",
        "blocks",
        check.blocksChecked(),
        tables.tip().height() + 1 - tables.lowestHeight(BlockRow.TABLE).orElse(0),
        List.of(new Stand.Figure("tx", check.transactionsChecked(), Stand.Kind.COUNT_PER_SECOND)));
  }

  private void print(CheckReport report, Snapshot tables) {
    PrintWriter out = parent.out();
    line(out, "tip", "height " + tables.tip().height() + ", " + tables.tip().hash());
    line(out, "block ids recomputed", count(report.blocks()));
    line(out, "transaction hashes recomputed", count(report.transactions()));
    if (report.notRecomputable() > 0) {
      line(
          out,
          "version 1, hashed when indexed",
          count(report.notRecomputable())
              + " (their signatures are not stored; --node asks for a sample again)");
    }
    line(out, "outputs in order", count(report.outputs()));
    line(out, "rings", count(report.rings()));
    line(out, "ring members resolved", count(report.members()));
    if (report.olderOutputs() > 0) {
      line(
          out,
          "older outputs named",
          count(report.olderOutputs()) + " (before the slice: the node's word)");
    }
    if (report.quarantined() > 0) {
      line(out, "in quarantine", count(report.quarantined()));
    }
    if (node.given()) {
      line(out, "blocks asked of the node", count(report.sampledBlocks()));
      line(out, "transactions asked of it", count(report.sampledTransactions()));
    }
  }

  private void conclude(List<String> problems, long count) {
    PrintWriter out = parent.out();
    problems.forEach(problem -> line(out, "WRONG", problem));
    line(
        out,
        "result",
        count == 0
            ? "all of it fits"
            : count(count)
                + " problems; index again into an empty folder, and keep this one as evidence");
    out.flush();
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf(Locale.ROOT, "%-32s %s%n", name, value);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
