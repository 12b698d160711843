package org.ringlight.cli.graph;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.CtrlC;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Interrupted;
import org.ringlight.graph.load.BoltLoad;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.load.offline.OfflineLoad;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph load}. */
@Command(
    name = "load",
    description = {
      "Brings the graph to the tables' tip: takes back what a reorganisation took, adds what is"
          + " new. Cut off anywhere, the same command goes on.",
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
      names = "--follow",
      description = "Stay, and bring every new commit of the tables into the graph, until Ctrl-C.")
  boolean follow;

  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong total = new AtomicLong();
  private volatile String stage = "load";
  private volatile String unit = "blocks";
  private volatile boolean importing;

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
      GraphState state = load(lake);
      if (follow) {
        anew = false;
        stage = "load";
        unit = "blocks";
        done.set(0);
        follow(lake, state);
      }
    }
    return ExitCode.DONE;
  }

  private Stand stand() {
    if (importing) {
      graph.server().importStage().ifPresent(percent -> done.set(Long.parseLong(percent)));
    }
    return new Stand(stage, unit, done.get(), total.get(), List.of());
  }

  private ParameterException wrong(String what) {
    return new ParameterException(graph.commandLine(), what);
  }

  private GraphState load(Lake lake) {
    ChainIdentity chain =
        lake.identity(Namespace.XMR)
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "there is nothing to load",
                        lake.folder().toString(),
                        "run ringlight index first"));
    try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      GraphState state =
          Ticker.during(
              graph.parent.progress(),
              graph.parent.talk(),
              this::stand,
              () -> isOffline() ? offline(tables, chain) : online(tables, chain));
      graph
          .parent
          .talk()
          .printf(
              Locale.ROOT,
              "The graph holds heights %,d to %,d.%n",
              state.fromHeight(),
              state.tipHeight());
      graph.parent.talk().flush();
      return state;
    }
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
      Optional<GraphState> state = GraphState.read(connection);
      return state.isEmpty();
    } catch (ConfigurationInvalid e) {
      if (!ran) {
        server.stop();
      }
      throw e;
    }
  }

  private GraphState offline(Snapshot tables, ChainIdentity chain) {
    unit = "rows";
    stage = "write";
    total.set(
        tables.count(BlockRow.TABLE)
            + tables.count(TransactionRow.TABLE)
            + tables.count(OutputRow.TABLE)
            + tables.count(RingRow.TABLE));
    GraphServer server = graph.server();
    return OfflineLoad.run(
        server,
        flags.options(),
        tables,
        chain,
        from == null ? 0 : from,
        to == null ? Long.MAX_VALUE : to,
        new OfflineLoad.Phases() {
          @Override
          public void more(long rows) {
            done.addAndGet(rows);
            if (stopping.get()) {
              throw new Interrupted(
                  "stopped before anything was loaded",
                  server.folder().toString(),
                  "run the same command again");
            }
          }

          @Override
          public void importing() {
            stage = "Neo4j's importer";
            unit = "%";
            done.set(0);
            total.set(100);
            importing = true;
          }

          @Override
          public void indexing() {
            importing = false;
            stage = "indexes";
            done.set(0);
            total.set(0);
          }
        });
  }

  private GraphState online(Snapshot tables, ChainIdentity chain) {
    try (GraphConnection connection = connect()) {
      long first = GraphState.read(connection).map(GraphState::tipHeight).orElse(-1L);
      total.set(tables.tip().height() - first);
      BoltLoad load =
          new BoltLoad(
              connection,
              new LoadListener() {
                @Override
                public void loaded(long height) {
                  done.set(Math.max(0, height - first));
                }

                @Override
                public void takenBack(long height, long claims) {
                  graph
                      .parent
                      .talk()
                      .printf(
                          Locale.ROOT,
                          "A reorganisation: blocks above %,d were taken back%s.%n",
                          height,
                          claims == 0
                              ? ""
                              : ", with "
                                  + claims
                                  + " relationships of findings, labels and cases; load those"
                                  + " again");
                }

                @Override
                public boolean isStopAsked() {
                  return stopping.get();
                }
              });
      OptionalLong start = from == null ? OptionalLong.empty() : OptionalLong.of(from);
      return load.run(tables, chain, start, to == null ? Long.MAX_VALUE : to);
    }
  }

  private GraphConnection connect() {
    return GraphCommand.named().isPresent()
        ? GraphCommand.connect(graph.parent)
        : GraphConnection.open(graph.server().start(flags.options()));
  }

  private void follow(Lake lake, GraphState loaded) throws InterruptedException {
    GraphState state = loaded;
    graph.parent.talk().println("It follows the tables until Ctrl-C.");
    graph.parent.talk().flush();
    while (!stopping.get()) {
      Optional<Tip> tip = lake.tip(Namespace.XMR);
      if (tip.isPresent() && !tip.get().hash().toString().equals(state.tipHash())) {
        state = load(lake);
      }
      Thread.sleep(500);
    }
  }
}
