package org.ringlight.graph.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;

/**
 * Compares the whole of a graph with the tables: every property of every block, transaction, ring
 * and output, every membership with its position, range by range; and that there is nothing else.
 */
public final class GraphVerify {

  private static final long RANGE = 250;

  private final GraphConnection graph;
  private final Snapshot tables;
  private final ChainIdentity chain;
  private final LongConsumer checked;

  private final Counts counts = new Counts();
  private final Differences differences = new Differences();
  private final TreeSet<Long> heights = new TreeSet<>();
  private final List<Object> wrongOlder = new ArrayList<>();

  /**
   * For a graph and the tables it should equal.
   *
   * @param checked hears the height up to which it is compared; what it throws ends the check
   */
  public GraphVerify(
      GraphConnection graph, Snapshot tables, ChainIdentity chain, LongConsumer checked) {
    this.graph = graph;
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
      return new NeighbourhoodVerify(graph, tables, checked).check(state);
    }
    Digest digest = new Digest();
    for (long from = state.fromHeight(); from <= state.tipHeight(); from += RANGE) {
      long to = Math.min(state.tipHeight(), from + RANGE - 1);
      Facts here = TableFacts.read(tables, state.fromHeight(), from, to);
      Facts there = GraphFacts.read(graph, from, to);
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
    OlderFacts older = new OlderFacts(graph, state, tables);
    for (String name : older.differences()) {
      differences.add("older output " + name);
      older.node(name).ifPresent(wrongOlder::add);
    }
    differences.compare(Totals.of(counts, older.count()), Totals.inGraph(graph));
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

  /** Outputs from before the first block that are missing or wrong, as they should be. */
  List<Object> wrongOlder() {
    return wrongOlder;
  }

  /** The graph's state, if it can be compared with these tables. */
  GraphState state() {
    String where = graph.address().uri();
    GraphState state =
        GraphState.read(graph)
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
    try (Rows<BlockRow> rows = tables.scan(BlockRow.TABLE, state.tipHeight(), state.tipHeight())) {
      return rows.hasNext() && rows.next().hash().toString().equals(state.tipHash());
    }
  }
}
