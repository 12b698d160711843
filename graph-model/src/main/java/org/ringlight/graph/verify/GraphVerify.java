package org.ringlight.graph.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
  private static final int SHOWN = 100;

  private final GraphConnection graph;
  private final Snapshot tables;
  private final ChainIdentity chain;
  private final LongConsumer checked;

  private final Counts counts = new Counts();
  private final List<String> shown = new ArrayList<>();
  private final TreeSet<Long> heights = new TreeSet<>();
  private final List<Object> wrongOlder = new ArrayList<>();
  private long differing;

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
    MessageDigest digest = sha256();
    for (long from = state.fromHeight(); from <= state.tipHeight(); from += RANGE) {
      long to = Math.min(state.tipHeight(), from + RANGE - 1);
      Facts here = TableFacts.read(tables, state.fromHeight(), from, to);
      Facts there = GraphFacts.read(graph, from, to);
      counts.add(here.counts());
      digest.update(here.digest().getBytes(StandardCharsets.US_ASCII));
      if (!here.digest().equals(there.digest())) {
        for (Facts.Key key : here.differences(there)) {
          differs(key.toString());
          heights.add(key.height());
        }
      }
      checked.accept(to);
    }
    OlderFacts older = new OlderFacts(graph, state, tables);
    for (String name : older.differences()) {
      differs("older output " + name);
      older.node(name).ifPresent(wrongOlder::add);
    }
    Map<String, Long> present = Totals.inGraph(graph);
    Totals.of(counts, older.count())
        .forEach(
            (kind, wanted) -> {
              long found = present.getOrDefault(kind, 0L);
              if (found != wanted) {
                differs("%s: %,d in the graph, %,d in the tables".formatted(kind, found, wanted));
              }
            });
    return new GraphReport(
        state.fromHeight(),
        state.tipHeight(),
        counts,
        HexFormat.of().formatHex(digest.digest()),
        shown,
        differing,
        0);
  }

  /** The heights at which something differed. */
  SortedSet<Long> heights() {
    return heights;
  }

  /** Outputs from before the first block that are missing or wrong, as they should be. */
  List<Object> wrongOlder() {
    return wrongOlder;
  }

  private void differs(String what) {
    differing++;
    if (shown.size() < SHOWN) {
      shown.add(what);
    }
  }

  /** The graph's state, if it can be compared with these tables. */
  GraphState state() {
    String where = graph.address().uri();
    GraphState state =
        GraphState.read(graph)
            .orElseThrow(
                () ->
                    new ConfigurationInvalid("the graph is empty", where, "ringlight graph load"));
    state.require(chain, where).require(GraphState.Kind.CHAIN, where);
    if (state.tipHash() != null && !isInTables(state)) {
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
