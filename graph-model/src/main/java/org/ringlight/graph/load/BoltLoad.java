package org.ringlight.graph.load;

import java.util.Optional;
import java.util.OptionalLong;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Interrupted;
import org.ringlight.graph.schema.Migrations;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Snapshot;

/**
 * Brings a graph to a tip of the tables over Bolt: takes back what the tables no longer have, then
 * adds block after block. Every transaction moves the graph's tip along, so that what is cut off,
 * wherever, goes on from there.
 */
public final class BoltLoad {

  /**
   * Blocks of the graph taken back unasked, as many as indexing gives up unasked: more, and the
   * tables are rather of another chain from the same first block.
   */
  public static final long DEEPEST_UNASKED = 100;

  private final GraphConnection graph;
  private final Projection projection;
  private final LoadListener listener;
  private final long deepest;

  /** For Monero. */
  public BoltLoad(GraphConnection graph, LoadListener listener) {
    this(graph, MoneroProjection.MONERO, listener);
  }

  /** For the chain that {@code projection} is of. */
  public BoltLoad(GraphConnection graph, Projection projection, LoadListener listener) {
    this(graph, projection, listener, DEEPEST_UNASKED);
  }

  private BoltLoad(
      GraphConnection graph, Projection projection, LoadListener listener, long deepest) {
    this.graph = graph;
    this.projection = projection;
    this.listener = listener;
    this.deepest = deepest;
  }

  /** The same that takes back as many blocks as it must. */
  public BoltLoad acceptingDeepReorganisations() {
    return new BoltLoad(graph, projection, listener, Long.MAX_VALUE);
  }

  /**
   * Loads up to {@code to}, at most the tables' tip.
   *
   * @param from the graph's first block where it is empty; otherwise not looked at
   * @return the state it left
   * @throws ConfigurationInvalid where the graph is of another chain or kind, or more than {@link
   *     #DEEPEST_UNASKED} of its blocks would go unasked; nothing is changed
   * @throws Interrupted where it was asked to stop; what is loaded stays
   */
  public GraphState run(Snapshot tables, ChainIdentity chain, OptionalLong from, long to) {
    String where = graph.address().uri();
    Optional<GraphState> found = GraphState.read(graph, projection.graphName());
    found.ifPresent(state -> state.require(chain, where).require(GraphState.Kind.CHAIN, where));
    Migrations.apply(graph);
    GraphState state =
        found.orElseGet(
            () -> {
              long lowest = projection.lowestHeight(tables).orElse(0);
              long first = Math.max(lowest, from.orElse(lowest));
              if (first > Math.min(to, tables.tip().height())) {
                throw GraphState.outside(tables, lowest);
              }
              GraphState empty = projection.empty(chain, GraphState.Kind.CHAIN, first);
              empty.create(graph);
              return empty;
            });
    GraphState left = takeBack(tables, state);
    graph.write(
        transaction -> {
          StaleRuns.retire(transaction, projection, tables);
          return true;
        });
    return add(tables, left, Math.min(to, tables.tip().height()));
  }

  private GraphState takeBack(Snapshot tables, GraphState state) {
    long common = CommonBlock.find(graph, projection, state, tables).orElse(state.fromHeight() - 1);
    if (common >= state.tipHeight()) {
      return state;
    }
    requireShallow(common, state);
    Removal removal = new Removal(graph, projection);
    GraphState left = removal.above(common, projection.hash(tables, common).orElse(null), state);
    listener.takenBack(common, removal.claims());
    return left;
  }

  private void requireShallow(long common, GraphState state) {
    long depth = state.tipHeight() - common;
    if (depth > deepest) {
      throw new ConfigurationInvalid(
          "the graph and the tables part after height "
              + common
              + ": "
              + depth
              + " blocks of the graph would be taken back, and more than "
              + deepest
              + " are not taken back unasked",
          graph.address().uri(),
          "name the data directory that the graph was loaded from; if its chain did reorganise"
              + " so deep, add --accept-deep-reorg");
    }
  }

  private GraphState add(Snapshot tables, GraphState before, long to) {
    GraphState state = before;
    if (state.tipHeight() >= to) {
      return state;
    }
    try (BatchSource batches =
        new BatchSource(
            projection.batches(tables, state.fromHeight(), state.tipHeight() + 1, to))) {
      for (Optional<? extends Batch> batch = batches.next();
          batch.isPresent();
          batch = batches.next()) {
        if (listener.isStopAsked()) {
          throw new Interrupted(
              "stopped at height " + state.tipHeight(),
              graph.address().uri(),
              "run the same command again to go on");
        }
        state = batch.get().write(graph, state);
        listener.loaded(state.tipHeight());
      }
    }
    return state;
  }
}
