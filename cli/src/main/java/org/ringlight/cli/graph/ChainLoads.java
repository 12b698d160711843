package org.ringlight.cli.graph;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.ringlight.cli.progress.Stand;
import org.ringlight.failure.Interrupted;
import org.ringlight.graph.load.BoltLoad;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.load.offline.ImportPart;
import org.ringlight.graph.load.offline.OfflineLoad;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.graph.server.ServerOptions;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Table;

/** The two ways that {@code graph load} has, and how far it is. */
final class ChainLoads {

  private final GraphCommand graph;
  private final boolean deep;
  private final AtomicBoolean stopping;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong total = new AtomicLong();
  private volatile String stage = "load";
  private volatile String unit = "blocks";
  private volatile boolean importing;

  /**
   * @param deep whether as many blocks may be taken back as must be
   */
  ChainLoads(GraphCommand graph, boolean deep, AtomicBoolean stopping) {
    this.graph = graph;
    this.deep = deep;
    this.stopping = stopping;
  }

  /** Any thread may ask. */
  Stand stand() {
    if (importing) {
      graph.server().importStage().ifPresent(percent -> done.set(Long.parseLong(percent)));
    }
    return new Stand(stage, unit, done.get(), total.get(), List.of());
  }

  /** All chains at once by Neo4j's importer. */
  Map<GraphChain, GraphState> offline(
      ServerOptions options, Lake lake, List<GraphChain> chains, long from, long to) {
    stage = "write";
    unit = "rows";
    Map<GraphChain, GraphState> states = new EnumMap<>(GraphChain.class);
    List<Snapshot> held = new ArrayList<>();
    try {
      List<ImportPart> parts = new ArrayList<>();
      Phases phases = new Phases();
      for (GraphChain chain : chains) {
        Snapshot tables = lake.current(chain.namespace()).orElseThrow();
        held.add(tables);
        for (Table<?> table : chain.namespace().tables()) {
          total.addAndGet(tables.count(table));
        }
        ChainIdentity identity = lake.identity(chain.namespace()).orElseThrow();
        GraphState state = chain.projection().whole(tables, identity, from, to);
        states.put(chain, state);
        parts.add(chain.part(tables, state, phases));
      }
      OfflineLoad.run(graph.server(), options, parts, phases);
    } finally {
      held.forEach(Snapshot::close);
    }
    return states;
  }

  /** One chain over Bolt. */
  GraphState online(
      GraphConnection connection, Lake lake, GraphChain chain, OptionalLong from, long to) {
    stage = "load " + chain.projection().chainName();
    unit = "blocks";
    try (Snapshot tables = lake.current(chain.namespace()).orElseThrow()) {
      long first = chain.state(connection).map(GraphState::tipHeight).orElse(-1L);
      done.set(0);
      total.set(tables.tip().height() - first);
      BoltLoad load = new BoltLoad(connection, chain.projection(), new Listener(first));
      return (deep ? load.acceptingDeepReorganisations() : load)
          .run(tables, lake.identity(chain.namespace()).orElseThrow(), from, to);
    }
  }

  private final class Phases implements OfflineLoad.Phases {

    @Override
    public void more(long rows) {
      done.addAndGet(rows);
      if (stopping.get()) {
        GraphServer server = graph.server();
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
  }

  private final class Listener implements LoadListener {

    private final long first;

    Listener(long first) {
      this.first = first;
    }

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
                      + " relationships of findings, labels and cases; load those again");
    }

    @Override
    public boolean isStopAsked() {
      return stopping.get();
    }
  }
}
