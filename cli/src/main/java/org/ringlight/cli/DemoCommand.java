package org.ringlight.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.ringlight.cli.demo.BundledChain;
import org.ringlight.cli.format.DocumentPrinter;
import org.ringlight.cli.format.Format;
import org.ringlight.cli.script.Script;
import org.ringlight.indexer.Indexer;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.AlternativeChain;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.recording.RecordedNode;
import org.ringlight.truth.Folders;
import org.ringlight.truth.TrueSpend;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight demo}. */
@Command(
    name = "demo",
    description = {
      "Indexes a recording of a real chain, made by real nodes and wallets, proves what can be"
          + " proven about it, and follows its theft beside the same theft on Bitcoin. Needs no"
          + " node and no network but for Spark, which its first start fetches; writes into the"
          + " folder demo of the data directory."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight demo", "  ringlight --data look demo --without-contrast"})
final class DemoCommand implements Callable<Integer> {

  private static final String CONTRAST = "contrast";

  @ParentCommand Ringlight parent;

  @Option(
      names = "--without-contrast",
      description = "End with the proof; needs no Spark, whose first start fetches 311 MB.")
  boolean withoutContrast;

  @Override
  public Integer call() {
    Path data = parent.data().resolve("demo");
    PrintWriter out = parent.out();
    out.println(
        "Indexing a recorded chain, the way your own node's would be: over HTTP, every hash"
            + " checked.");
    List<TrueSpend> truth = BundledChain.unpackTruth(data);
    int code;
    try (RecordedNode recorded = RecordedNode.serve(BundledChain.recording());
        NodeClient node = Nodes.connect(List.of(NodeOptions.of(recorded.uri())));
        Indexer indexer = new Indexer(node, data)) {
      out.println("The node is a recording at " + recorded.uri() + "; tables go to " + data + ".");
      out.flush();
      code = new IndexRun(parent, Namespace.XMR).run(indexer, Indexing.everything());
      out.println();
      branches(out, node.alternativeChains());
    }
    if (code == ExitCode.INTERRUPTED) {
      return code;
    }
    try (Tables tables = Tables.open(data, OptionalLong.empty())) {
      counts(out, tables);
      ring(out, tables, truth);
    }
    code = prove(data);
    if (code == ExitCode.DONE && !withoutContrast) {
      if (Script.isThere(Script.SPARK_JOB)) {
        code = contrast(data);
      } else {
        out.println("The contrast with Bitcoin is left out: this installation has no Spark.");
      }
    }
    if (code != ExitCode.DONE) {
      return code;
    }
    next(out, data, truth.get(truth.size() / 2));
    out.flush();
    return code;
  }

  private static void branches(PrintWriter out, List<AlternativeChain> branches) {
    for (AlternativeChain branch : branches) {
      out.printf(
          Locale.ROOT,
          "The node also remembers a branch that lost: %d blocks up to height %d.%n",
          branch.hashes().size(),
          branch.height());
    }
  }

  private static void counts(PrintWriter out, Tables tables) {
    JsonNode counts =
        tables
            .rows(
                """
                SELECT (SELECT count(*) FROM xmr.blocks) AS blocks,
                  (SELECT count(*) FROM xmr.transactions WHERE NOT coinbase) AS payments,
                  (SELECT count(*) FROM xmr.outputs) AS outputs, count(*) AS rings,
                  sum(len(members))::BIGINT AS members, min(len(members)) AS smallest,
                  max(len(members)) AS largest
                FROM xmr.rings\
                """)
            .get(0);
    out.printf(
        Locale.ROOT,
        "It holds %,d blocks, %,d transactions beside their coinbases, %,d outputs, and %,d rings"
            + " of %s members.%n%n",
        counts.get("blocks").asLong(),
        counts.get("payments").asLong(),
        counts.get("outputs").asLong(),
        counts.get("rings").asLong(),
        counts.get("smallest").equals(counts.get("largest"))
            ? counts.get("largest").asText()
            : counts.get("smallest").asText() + " to " + counts.get("largest").asText());
  }

  /** One ring as anybody sees it, and then what only the makers of this chain can know. */
  private static void ring(PrintWriter out, Tables tables, List<TrueSpend> truth) {
    TrueSpend spend = truth.get(truth.size() / 2);
    ObjectNode ring = RingCommand.find(tables, spend.keyImage());
    out.println("One ring, as anybody can see it. One of its members is spent:");
    out.println();
    new DocumentPrinter(out).print(ring, Format.TABLE);
    out.println();
    out.printf(
        Locale.ROOT,
        "Which one? The chain does not say, and proves nothing about it: a blind guess is right 1"
            + " time in %d.%nBut this chain was made by wallets that wrote it down: %s spent member"
            + " %d, output %d:%d.%nThat is how Ringlight measures every claim it makes.%n%n",
        ring.get("ring_size").asLong(),
        spend.owner(),
        spend.position(),
        spend.indexSpace(),
        spend.amountIndex());
  }

  private int prove(Path data) {
    parent
        .out()
        .println("What does follow from the rings alone? Each finding cites what it rests on.");
    int code = typed(data, "analyze");
    if (code != ExitCode.DONE) {
      return code;
    }
    String resolved;
    try (Tables tables = Tables.open(data, OptionalLong.empty())) {
      resolved =
          tables
              .rows(
                  "SELECT lhex(key_images[1]) AS image FROM findings.claims"
                      + " WHERE claim = 'ring_resolved' LIMIT 1")
              .get(0)
              .get("image")
              .asText();
    }
    return typed(data, "prove", resolved);
  }

  private int contrast(Path data) {
    Path twin = BundledChain.unpackTwin(data);
    Path report = data.resolve(CONTRAST);
    PrintWriter out = parent.out();
    out.println(
        "\n"
            + "The same people, payments and theft once more on a Bitcoin chain: the twin of this"
            + " one.");
    int code = typed(data, "index-btc", "--blocks-dir", twin.toString());
    if (code != ExitCode.DONE) {
      return code;
    } else if (Files.exists(report.resolve("contrast.html"))) {
      out.println("The report of an earlier demo is there: " + report.resolve("contrast.html"));
      return code;
    }
    // of a demo that was killed
    Folders.remove(report);
    return typed(
        data,
        CONTRAST,
        "--label",
        data.resolve("theft.csv").toString(),
        "--hops",
        "5",
        "--worlds",
        "400",
        "--out",
        report.toString());
  }

  /** Shows a command, and does it. */
  private int typed(Path data, String... words) {
    List<String> line = new ArrayList<>(List.of("--data", data.toString()));
    line.addAll(List.of(words));
    parent.out().println("\n  ./ringlight " + String.join(" ", line) + "\n");
    parent.out().flush();
    line.addAll(0, List.of("--progress", parent.progress().name().toLowerCase(Locale.ROOT)));
    CommandLine command = Main.commandLine();
    command.setOut(parent.out());
    command.setErr(parent.talk());
    return command.execute(line.toArray(String[]::new));
  }

  private static void next(PrintWriter out, Path data, TrueSpend spent) {
    String ringlight = "  ./ringlight --data " + data + " ";
    out.println("What to type next:");
    out.println(
        ringlight
            + "sql \"SELECT height, tx_count, xmr(reward) FROM xmr.blocks ORDER BY tx_count DESC"
            + " LIMIT 5\"");
    out.println(ringlight + "block 200");
    out.println(ringlight + "output " + spent.indexSpace() + ":" + spent.amountIndex());
    out.println(ringlight + "verify");
    out.println(ringlight + "prove --all");
    out.println(ringlight + "truth twin --help               # how the Bitcoin chain came to be");
    out.println("  ./ringlight index --node http://127.0.0.1:18081      # a node of your own");
    out.println("The story behind the chain: " + data.resolve("STORY.md"));
  }
}
