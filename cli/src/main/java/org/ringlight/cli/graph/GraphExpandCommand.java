package org.ringlight.cli.graph;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.bitcoin.BitcoinExpansion;
import org.ringlight.graph.bitcoin.BitcoinNeighbourhood;
import org.ringlight.graph.bitcoin.BitcoinSeed;
import org.ringlight.graph.expand.Expansion;
import org.ringlight.graph.expand.Neighbourhood;
import org.ringlight.graph.expand.Reach;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.OutputName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight graph expand}. */
@Command(
    name = "expand",
    description = {
      "Brings the neighbourhood of one thing from the tables into the graph, whatever the chain's"
          + " size: transactions some hops away with all their rings, members and outputs.",
      "A ring member is a candidate, not a payer: every hop multiplies what is only possible. What"
          + " does not fit, and outputs that too many rings name, are left out and listed.",
      "In a graph of the whole chain there is nothing to bring; --case collects.",
      "Of Bitcoin: transactions with all their inputs and outputs and the addresses of these."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight graph expand --seed 0:1234 --hops 2 --direction back --case theft",
      "  ringlight graph expand --seed TXHASH --hops 3 --direction both --max-nodes 20000",
      "  ringlight graph expand --seed ADDRESS --hops 2 --direction forward --case theft"
    })
final class GraphExpandCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Spec CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "TX|KEYIMAGE|SPACE:INDEX|PUBLICKEY|ADDRESS|HASH:INDEX",
      required = true,
      description = {
        "Where to begin. 64 hex digits are looked for as a transaction of Bitcoin, then of Monero,"
            + " then as a key image, then as an output's key. ADDRESS and HASH:INDEX are Bitcoin's."
      })
  String seed = "";

  @Option(
      names = "--hops",
      paramLabel = "N",
      defaultValue = "1",
      description = "From transaction to transaction. Default: ${DEFAULT-VALUE}.")
  int hops = 1;

  @Option(
      names = "--direction",
      paramLabel = "back|forward|both",
      defaultValue = "back",
      description = {
        "Back to where what was spent may have come from, or forward to where it may have gone."
            + " Default: ${DEFAULT-VALUE}."
      })
  Reach.Direction direction = Reach.Direction.BACK;

  @Option(
      names = "--max-nodes",
      paramLabel = "M",
      defaultValue = "5000",
      description = "The most nodes to bring, up to 200000. Default: ${DEFAULT-VALUE}.")
  int maxNodes = 5000;

  @Option(
      names = "--max-rings",
      paramLabel = "R",
      defaultValue = "200",
      description = {
        "Outputs in more rings than this are not followed forward. Default: ${DEFAULT-VALUE}."
      })
  int maxRings = 200;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "Collect it under this name: (:Case {name})-[:HOLDS]->(…).")
  @Nullable String inquiry;

  @Override
  public Integer call() {
    Reach reach = reach();
    try (Lake lake = Lake.openExisting(graph.parent.data());
        SqlSession session = Sql.open(lake);
        GraphConnection connection = GraphCommand.connect(graph.parent)) {
      Optional<BitcoinSeed> bitcoin = BitcoinSeed.find(session, seed);
      if (bitcoin.isPresent()) {
        print(expand(connection, lake, session, bitcoin.get(), reach));
      } else {
        print(expand(connection, lake, session, reach));
      }
    }
    return ExitCode.DONE;
  }

  private BitcoinNeighbourhood expand(
      GraphConnection connection, Lake lake, SqlSession session, BitcoinSeed from, Reach reach) {
    BitcoinExpansion expansion =
        new BitcoinExpansion(
            connection,
            session.snapshot(Namespace.BTC).orElseThrow(),
            lake.identity(Namespace.BTC).orElseThrow());
    return during(() -> expansion.run(from, reach, Optional.ofNullable(inquiry)));
  }

  private Neighbourhood expand(
      GraphConnection connection, Lake lake, SqlSession session, Reach reach) {
    if (session.snapshot(Namespace.XMR).isEmpty()) {
      throw session.snapshot(Namespace.BTC).isEmpty()
          ? new ConfigurationInvalid(
              "there is nothing to expand", lake.folder().toString(), "run ringlight index first")
          : new ConfigurationInvalid(
              "'" + seed + "' names nothing in the tables of Bitcoin",
              "--seed",
              "give a transaction's hash, an output as HASH:INDEX, or an address that was paid");
    }
    Expansion expansion =
        new Expansion(connection, session, lake.identity(Namespace.XMR).orElseThrow());
    return during(
        () -> expansion.run(SeedName.parse(seed, session), reach, Optional.ofNullable(inquiry)));
  }

  private <T> T during(Supplier<T> work) {
    return Ticker.during(
        graph.parent.progress(),
        graph.parent.talk(),
        () -> new Stand("expand", "", 0, 0, List.of()),
        work);
  }

  private Reach reach() {
    try {
      return new Reach(hops, direction, maxNodes, maxRings);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void print(BitcoinNeighbourhood found) {
    PrintWriter out = graph.parent.out();
    hops(out, found.hops());
    line(out, "transactions", count(found.transactions().size()));
    line(out, "inputs", count(found.inputs().size()));
    line(out, "outputs", count(found.outputs().size()));
    line(out, "addresses", count(found.addresses().size()));
    leftOut(out, found.cutTransactions());
    out.flush();
  }

  private void hops(PrintWriter out, int gone) {
    line(out, "hops", gone + (gone < hops ? " (there is no more, or no room)" : ""));
  }

  private static void leftOut(PrintWriter out, long transactions) {
    if (transactions > 0) {
      line(
          out,
          "LEFT OUT",
          count(transactions) + " transactions of the next hop; --max-nodes brings more");
    }
  }

  private void print(Neighbourhood found) {
    PrintWriter out = graph.parent.out();
    hops(out, found.hops());
    line(out, "transactions", count(found.transactions().size()));
    line(out, "rings", count(found.rings().size()));
    line(out, "outputs", count(found.outputs().size() + found.older().size()));
    leftOut(out, found.cutTransactions());
    for (Neighbourhood.Hub hub : found.hubs()) {
      line(
          out,
          "NOT FOLLOWED",
          new OutputName(hub.output().indexSpace(), hub.output().amountIndex())
              + " stands in "
              + count(hub.rings())
              + " rings; --max-rings follows it");
    }
    out.flush();
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf(Locale.ROOT, "%-13s %s%n", name, value);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
