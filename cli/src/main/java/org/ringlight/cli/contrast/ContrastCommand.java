package org.ringlight.cli.contrast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.format.Format;
import org.ringlight.cli.format.RowPrinter;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.cli.script.Script;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.truth.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight contrast}. */
@Command(
    name = "contrast",
    description = {
      "Monero beside Bitcoin by the same measures: what privacy costs who looks, and what it"
          + " leaves. Writes tables, pictures and a page; prints a line for each chain.",
      "Works by Spark, in a process of its own; with the tables of one chain only, it says so."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight --data .ringlight/demo contrast --out contrast",
      "  ringlight contrast --label theft.csv --hops 5 --worlds 5000 --out theft"
          + " --master spark://host:7077"
    })
public final class ContrastCommand implements Callable<Integer> {

  private static final int MOST_HOPS = 20;
  private static final int MOST_WORLDS = 100_000;
  private static final long FEW_SPENDS = 100_000;

  /** What the script gives to Java. */
  private static final String OPTIONS = "SPARK_JOB_OPTIONS";

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "contrast",
      description = "A folder that is not there yet. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("contrast");

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "Where Spark works, as spark://host:7077. Default: this machine.")
  String master = "local[*]";

  @Option(
      names = "--hops",
      paramLabel = "K",
      defaultValue = "3",
      description =
          "How far origins, destinations and flows are followed, 1 to 20. Default:"
              + " ${DEFAULT-VALUE}.")
  int hops = 3;

  @Option(
      names = "--label",
      paramLabel = "FILE",
      description =
          "Flows to follow, CSV with the line flow,role,chain,output first: role is source or"
              + " label, chain xmr or btc, output SPACE:INDEX, TXID:INDEX or a transaction's hash.")
  @Nullable Path label;

  @Option(
      names = "--worlds",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "With --label: how many worlds are drawn, 1 to 100000. Default: ${DEFAULT-VALUE}.")
  int worlds = 1_000;

  @Option(
      names = "--weights",
      paramLabel = "HEURISTIC",
      description = "Weigh ring members as this heuristic's findings do. Default: all the same.")
  @Nullable String weights;

  @Option(
      names = "--conditional",
      description = "Count findings too that rest on a disclosure or an assertion.")
  boolean conditional;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|jsonl",
      defaultValue = "table",
      description = "Of the lines that are printed. Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    check();
    ContrastTables tables = report();
    for (String chain : List.of("xmr", "btc")) {
      if (!tables.has(chain)) {
        parent.talk().println("There are no tables of " + chain + ": it is left out.");
      }
    }
    try (RowPrinter rows = RowPrinter.of(parent.out(), format, ContrastPage.headlineNames())) {
      for (List<String> line : ContrastPage.headlines(tables)) {
        rows.add(line.stream().map(cell -> (JsonNode) new TextNode(cell)).toList());
      }
    }
    parent.talk().println("Report: " + out.resolve("contrast.html"));
    return ExitCode.DONE;
  }

  /** All of it, or no folder. */
  private ContrastTables report() {
    boolean whole = false;
    try {
      Path written = out.toAbsolutePath().normalize().resolve("written");
      run(written);
      ContrastTables tables = ContrastTables.take(written, out.resolve("tables"));
      ContrastPage.write(out, tables, conditional);
      whole = true;
      return tables;
    } finally {
      if (!whole) {
        Folders.remove(out);
      }
    }
  }

  private void check() {
    if (hops < 1 || hops > MOST_HOPS) {
      throw wrong("--hops " + hops + ": give a number from 1 to " + MOST_HOPS);
    } else if (worlds < 1 || worlds > MOST_WORLDS) {
      throw wrong("--worlds " + worlds + ": give a number from 1 to " + MOST_WORLDS);
    } else if (!Lake.isThere(parent.data())) {
      throw new ConfigurationInvalid(
          "there are no tables to look at",
          parent.data().toString(),
          "name their folder with --data; ringlight demo makes some in .ringlight/demo");
    } else if (label != null && (Files.isDirectory(label) || !Files.isReadable(label))) {
      throw new ConfigurationInvalid(
          "there is no such file", label.toString(), "write flows into one, as --help says");
    } else if (Files.exists(out)) {
      throw new ConfigurationInvalid(
          "there is something already", out.toString(), "name a folder that is not there yet");
    }
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new StoreUnavailable("cannot be made", out.toString(), "see its permissions", e);
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  /** A small job is over before the second compiler has earned what it takes. */
  private Map<String, String> environment() {
    boolean quick =
        master.startsWith("local") && System.getenv(OPTIONS) == null && spends() <= FEW_SPENDS;
    return quick ? Map.of(OPTIONS, "-XX:TieredStopAtLevel=1") : Map.of();
  }

  private long spends() {
    try (Lake lake = Lake.openExisting(parent.data())) {
      return rows(lake, Namespace.XMR, RingRow.TABLE)
          + rows(lake, Namespace.BTC, BitcoinInputRow.TABLE);
    }
  }

  private static long rows(Lake lake, Namespace chain, Table<?> table) {
    try (Snapshot tables = lake.current(chain).orElse(null)) {
      return tables == null ? 0 : tables.count(table);
    }
  }

  private void run(Path written) {
    Script job = Script.find(Script.SPARK_JOB, environment(), "starting Spark");
    List<String> words =
        new ArrayList<>(
            List.of(
                "contrast",
                "all",
                "--data",
                absolute(parent.data()),
                "--master",
                master,
                "--hops",
                Integer.toString(hops),
                "--worlds",
                Integer.toString(worlds),
                "--out",
                written.toString()));
    if (label != null) {
      words.addAll(List.of("--label", absolute(label)));
    }
    if (weights != null) {
      words.addAll(List.of("--weights", weights));
    }
    if (conditional) {
      words.add("--conditional");
    }
    long start = System.nanoTime();
    int code =
        Ticker.during(
            parent.progress(),
            parent.talk(),
            () ->
                new Stand(
                    job.stage(),
                    "s",
                    Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                    0,
                    List.of()),
            () -> job.quietly(words.toArray(String[]::new)));
    if (job.wasAsked()) {
      throw new Interrupted("interrupted", "contrast", "start it again with another --out");
    } else if (code != ExitCode.DONE) {
      throw failure(code, "the Spark job failed:\n  " + String.join("\n  ", job.lastLines()));
    }
  }

  /** What the job found wrong is as wrong here. */
  private Failure failure(int code, String what) {
    return switch (code) {
      case ExitCode.CONFIGURATION, ExitCode.USAGE ->
          new ConfigurationInvalid(what, master, "see what it says");
      case ExitCode.DATA_INVALID ->
          new DataInvalid(what, absolute(parent.data()), "see what it says");
      default ->
          new StoreUnavailable(
              what,
              master,
              "look whether the master and its workers run and reach the data directory");
    };
  }
}
