package org.ringlight.graph.verify;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Snapshot;

/**
 * Compares the whole of a chain in a graph with its tables: every property of every node and of
 * every relationship, range by range; and that there is nothing else.
 */
public final class GraphVerify {

  private final GraphConnection graph;
  private final Checked what;
  private final Snapshot tables;
  private final ChainIdentity chain;
  private final LongConsumer checked;

  private final Counts counts = new Counts();
  private final Differences differences = new Differences();
  private final TreeSet<Long> heights = new TreeSet<>();
  private @Nullable Comparison comparison;

  /** For Monero. */
  public GraphVerify(
      GraphConnection graph, Snapshot tables, ChainIdentity chain, LongConsumer checked) {
    this(graph, MoneroChecked.MONERO, tables, chain, checked);
  }

  /**
   * For a graph and the tables it should equal.
   *
   * @param what which chain
   * @param checked hears the height up to which it is compared; what it throws ends the check
   */
  public GraphVerify(
      GraphConnection graph,
      Checked what,
      Snapshot tables,
      ChainIdentity chain,
      LongConsumer checked) {
    this.graph = graph;
    this.what = what;
    this.tables = tables;
    this.chain = chain;
    this.checked = checked;
  }

  /**
   * Compares; changes nothing.
   *
   * @throws ConfigurationInvalid where the graph is of another chain or of a branch that the tables
   *     no longer have, or empty
   */
  public GraphReport check() {
    GraphState state = state();
    if (state.kind() == GraphState.Kind.NEIGHBOURHOODS) {
      return what.neighbourhoods(graph, tables, state, checked);
    }
    Comparison sides = what.whole(tables, state);
    comparison = sides;
    Digest digest = new Digest();
    long range = what.comparedAtOnce();
    for (long from = state.fromHeight(); from <= state.tipHeight(); from += range) {
      long to = Math.min(state.tipHeight(), from + range - 1);
      long first = from;
      Facts here = sides.inTables(first, to);
      Facts there = graph.read(transaction -> sides.inGraph(transaction, first, to));
      counts.add(here.counts());
      digest.add(here.digest());
      if (!here.digest().equals(there.digest())) {
        for (Facts.Key key : here.differences(there)) {
          differences.add(key.toString());
          heights.add(key.height());
        }
      }
      checked.accept(to);
    }
    sides.rest(graph, counts, differences);
    if (!state.equals(state())) {
      throw new ConfigurationInvalid(
          "a load is under way: the graph's tip moved while it was compared",
          graph.address().uri(),
          "compare again when it is done");
    }
    return differences.report(state.fromHeight(), state.tipHeight(), counts, digest.hex());
  }

  /** The heights at which something differed. */
  SortedSet<Long> heights() {
    return heights;
  }

  /** What was compared, for {@link Repair}. */
  Comparison comparison() {
    if (comparison == null) {
      throw new IllegalStateException("nothing was compared yet");
    }
    return comparison;
  }

  /** The graph's state, if it can be compared with these tables. */
  GraphState state() {
    String where = graph.address().uri();
    GraphState state =
        GraphState.read(graph, what.projection().graphName())
            .orElseThrow(
                () ->
                    new ConfigurationInvalid("the graph is empty", where, "ringlight graph load"));
    state.require(chain, where);
    if (state.kind() == GraphState.Kind.CHAIN && state.tipHash() != null && !isInTables(state)) {
      throw new ConfigurationInvalid(
          "the graph ends with block "
              + state.tipHash()
              + " at height "
              + state.tipHeight()
              + ", which the tables do not have",
          where,
          "bring it to the tables' branch: ringlight graph load");
    }
    return state;
  }

  private boolean isInTables(GraphState state) {
    return what.projection()
        .hash(tables, state.tipHeight())
        .filter(hash -> hash.equals(state.tipHash()))
        .isPresent();
  }
}
