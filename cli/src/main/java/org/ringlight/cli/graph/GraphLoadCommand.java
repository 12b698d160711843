package org.ringlight.cli.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.CtrlC;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight graph load}. */
@Command(
    name = "load",
    description = {
      "Brings the graph to the tables' tips, Monero's and Bitcoin's: takes back what a"
          + " reorganisation took, adds what is new. Cut off anywhere, the same command goes on.",
      "Into an empty server of this data directory everything goes by Neo4j's own importer, several"
          + " times as fast; the server is stopped and started for it.",
      "A chain too large for that: ringlight graph expand brings only a neighbourhood."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight graph load",
      "  ringlight graph load --anew --from 3000000 --to 3010000",
      "  ringlight graph load --follow"
    })
final class GraphLoadCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Spec CommandSpec spec;

  @Mixin ServerFlags flags;

  @Option(
      names = "--from",
      paramLabel = "H",
      description = "The graph's first height, where it is empty. Default: the tables' first.")
  @Nullable Long from;

  @Option(names = "--to", paramLabel = "H", description = "Its last. Default: the tables' tip.")
  @Nullable Long to;

  @Option(
      names = "--anew",
      description =
          "Put a new graph in the place of whatever the server of this data directory has.")
  boolean anew;

  @Option(
      names = "--online",
      description = "Fill an empty server over Bolt too, without stopping it.")
  boolean online;

  @Option(
      names = "--accept-deep-reorg",
      description =
          "Take back even more than 100 blocks of the graph; without it, that is refused (exit"
              + " code 3): the tables may be of another chain.")
  boolean acceptDeepReorganisation;

  @Option(
      names = "--follow",
      description = "Stay, and bring every new commit of the tables into the graph, until Ctrl-C.")
  boolean follow;

  @Option(
      names = "--chain",
      paramLabel = "monero|bitcoin",
      description = "Only this chain. Default: all that the data directory has tables of.")
  @Nullable GraphChain chain;

  private final AtomicBoolean stopping = new AtomicBoolean();

  @Override
  public Integer call() throws InterruptedException {
    if (from != null && to != null && from > to) {
      throw wrong("--from " + from + " is above --to " + to);
    } else if (follow && to != null) {
      throw wrong("--follow goes on for ever, --to ends: give one of them");
    } else if (anew && (online || GraphCommand.named().isPresent())) {
      throw wrong("--anew replaces the database of this data directory's own server, stopped");
    }
    CtrlC.does(() -> stopping.set(true));
    try (Lake lake = Lake.openExisting(graph.parent.data())) {
      List<GraphChain> chains = chains(lake);
      Map<GraphChain, GraphState> states = load(lake, chains);
      if (follow) {
        anew = false;
        follow(lake, states);
      }
    }
    return ExitCode.DONE;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private List<GraphChain> chains(Lake lake) {
    List<GraphChain> chains =
        GraphChain.of(lake).stream().filter(one -> chain == null || chain == one).toList();
    if (chains.isEmpty()) {
      throw new ConfigurationInvalid(
          "there is nothing to load", lake.folder().toString(), "run ringlight index first");
    } else if (chains.size() > 1 && (from != null || to != null)) {
      throw wrong("the heights of two chains are not the same: name one by --chain");
    }
    return chains;
  }

  private Map<GraphChain, GraphState> load(Lake lake, List<GraphChain> chains) {
    ChainLoads loads = new ChainLoads(graph, acceptDeepReorganisation, stopping);
    Map<GraphChain, GraphState> states =
        Ticker.during(
            graph.parent.progress(),
            graph.parent.talk(),
            loads::stand,
            () ->
                isOffline()
                    ? loads.offline(flags.options(), lake, chains, from == null ? 0 : from, last())
                    : online(loads, lake, chains));
    states.forEach(
        (one, state) ->
            graph
                .parent
                .talk()
                .printf(
                    Locale.ROOT,
                    "The graph holds heights %,d to %,d of %s.%n",
                    state.fromHeight(),
                    state.tipHeight(),
                    one.projection().chainName()));
    graph.parent.talk().flush();
    return states;
  }

  private long last() {
    return to == null ? Long.MAX_VALUE : to;
  }

  private boolean isOffline() {
    if (online || GraphCommand.named().isPresent()) {
      return false;
    }
    GraphServer server = graph.server();
    if (anew || !server.isThere() || server.isUnfinished()) {
      return true;
    }
    boolean ran = server.running().isPresent();
    try (GraphConnection connection = GraphConnection.open(server.start(flags.options()))) {
      return Arrays.stream(GraphChain.values()).allMatch(one -> one.state(connection).isEmpty());
    } catch (ConfigurationInvalid e) {
      if (!ran) {
        server.stop();
      }
      throw e;
    }
  }

  private Map<GraphChain, GraphState> online(ChainLoads loads, Lake lake, List<GraphChain> chains) {
    OptionalLong first = from == null ? OptionalLong.empty() : OptionalLong.of(from);
    Map<GraphChain, GraphState> states = new EnumMap<>(GraphChain.class);
    try (GraphConnection connection = connect()) {
      for (GraphChain one : chains) {
        states.put(one, loads.online(connection, lake, one, first, last()));
      }
    }
    return states;
  }

  private GraphConnection connect() {
    return GraphCommand.named().isPresent()
        ? GraphCommand.connect(graph.parent)
        : GraphConnection.open(graph.server().start(flags.options()));
  }

  private void follow(Lake lake, Map<GraphChain, GraphState> loaded) throws InterruptedException {
    Map<GraphChain, GraphState> states = loaded;
    graph.parent.talk().println("It follows the tables until Ctrl-C.");
    graph.parent.talk().flush();
    while (!stopping.get()) {
      List<GraphChain> moved = new ArrayList<>();
      for (Map.Entry<GraphChain, GraphState> held : states.entrySet()) {
        Optional<Tip> tip = lake.tip(held.getKey().namespace());
        if (tip.isPresent() && !tip.get().hash().toString().equals(held.getValue().tipHash())) {
          moved.add(held.getKey());
        }
      }
      if (!moved.isEmpty()) {
        Map<GraphChain, GraphState> now = new EnumMap<>(states);
        now.putAll(load(lake, moved));
        states = now;
      }
      Thread.sleep(500);
    }
  }
}
