package org.ringlight.graph.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.ringlight.graph.load.ChainBlock;
import org.ringlight.graph.load.ChainBlocks;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.Parameters;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Selection;
import org.ringlight.lake.table.TransactionRow;

/**
 * The check of a graph that holds neighbourhoods: every transaction that is there must be there
 * whole, and every other output must be as in the tables.
 */
final class NeighbourhoodVerify {

  private static final int HEIGHTS_AT_ONCE = 200;

  private final GraphConnection graph;
  private final Snapshot tables;
  private final LongConsumer checked;
  private final Differences differences = new Differences();
  private final Counts counts = new Counts();
  private final Set<String> hashes;
  private final TreeSet<Long> heights;
  private final TreeMap<String, Map<String, Object>> members = new TreeMap<>();
  private final Set<String> created = new HashSet<>();
  private long links;

  NeighbourhoodVerify(GraphConnection graph, Snapshot tables, LongConsumer checked) {
    this.graph = graph;
    this.tables = tables;
    this.checked = checked;
    this.heights =
        new TreeSet<>(
            graph.<List<Long>>read(
                t -> t.run("MATCH (b:Block) RETURN b.height AS h").list(r -> r.get("h").asLong())));
    this.hashes =
        new HashSet<>(
            graph.<List<String>>read(
                t ->
                    t.run("MATCH (t:Transaction) RETURN t.hash AS h")
                        .list(r -> r.get("h").asString(""))));
  }

  GraphReport check(GraphState state) {
    Digest digest = new Digest();
    List<Long> all = List.copyOf(heights);
    for (int start = 0; start < all.size(); start += HEIGHTS_AT_ONCE) {
      List<Long> some = all.subList(start, Math.min(all.size(), start + HEIGHTS_AT_ONCE));
      long last = some.get(some.size() - 1);
      Facts here = new Facts();
      some.forEach(height -> add(here, height));
      Facts there = graph.read(t -> GraphFacts.read(t, some.get(0), last));
      counts.add(here.counts());
      digest.add(here.digest());
      here.differences(there).forEach(key -> differences.add(key.toString()));
      checked.accept(last);
    }
    looseOutputs();
    totals();
    return differences.report(state.fromHeight(), state.tipHeight(), counts, digest.hex());
  }

  private void add(Facts facts, long height) {
    try (ChainBlocks blocks = new ChainBlocks(tables, height, height)) {
      if (!blocks.hasNext()) {
        return;
      }
      ChainBlock whole = blocks.next();
      Map<Long, String> present = new HashMap<>();
      for (TransactionRow row : whole.transactions()) {
        if (hashes.contains(row.hash().toString())) {
          present.put(row.txId(), row.hash().toString());
        }
      }
      ChainBlock block =
          new ChainBlock(
              whole.block(),
              whole.transactions().stream().filter(t -> present.containsKey(t.txId())).toList(),
              whole.outputs().stream().filter(o -> present.containsKey(o.txId())).toList(),
              whole.rings().stream().filter(r -> present.containsKey(r.txId())).toList());
      boolean follows = heights.contains(height - 1);
      links += follows ? 1 : 0;
      TableFacts.add(facts, block, follows ? height - 1 : height);
      block.outputs().forEach(output -> created.add(name(Parameters.of(output))));
      block.rings().forEach(this::name);
    }
  }

  private void name(RingRow ring) {
    for (long member : ring.members()) {
      members.put(
          ring.indexSpace() + ":" + member,
          Map.of("indexSpace", ring.indexSpace(), "amountIndex", member));
    }
  }

  private static String name(Map<String, ?> node) {
    return node.get("indexSpace") + ":" + node.get("amountIndex");
  }

  /** Members whose transactions are not here: their properties alone are compared. */
  private void looseOutputs() {
    members.keySet().removeAll(created);
    Map<String, String> wanted = new HashMap<>();
    long[] indexes =
        members.values().stream()
            .mapToLong(m -> (Long) m.get("amountIndex"))
            .sorted()
            .distinct()
            .toArray();
    if (indexes.length > 0) {
      collect(
          tables.find(
              OutputRow.TABLE,
              new Selection.OneOf<>("amount_index", OutputRow::amountIndex, indexes)),
          Parameters::of,
          wanted);
      collect(
          tables.find(
              OlderOutputRow.TABLE,
              new Selection.OneOf<>("amount_index", OlderOutputRow::amountIndex, indexes)),
          Parameters::of,
          wanted);
    }
    Map<String, String> present = new HashMap<>();
    graph.read(
        t -> {
          t.run(
                  "MATCH (o:Output) WHERE NOT EXISTS { (o)<-[:CREATES]-() }"
                      + " RETURN properties(o) AS node")
              .forEachRemaining(
                  row ->
                      present.put(
                          name(row.get("node").asMap()), Facts.text(row.get("node").asMap())));
          return true;
        });
    TreeSet<String> names = new TreeSet<>(wanted.keySet());
    names.addAll(present.keySet());
    for (String name : names) {
      if (!String.valueOf(wanted.get(name)).equals(String.valueOf(present.get(name)))) {
        differences.add("output " + name);
      }
    }
  }

  private <R> void collect(
      Rows<R> rows, Function<R, Map<String, Object>> node, Map<String, String> wanted) {
    try (rows) {
      while (rows.hasNext()) {
        Map<String, Object> properties = node.apply(rows.next());
        if (members.containsKey(name(properties))) {
          wanted.put(name(properties), Facts.text(properties));
        }
      }
    }
  }

  private void totals() {
    Map<String, Long> wanted = new HashMap<>(Totals.of(counts, members.size()));
    wanted.put("[:NEXT]", links);
    differences.compare(wanted, Totals.inGraph(graph, Totals.LABELS, Totals.TYPES));
  }
}
