package org.ringlight.graph.bitcoin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.verify.Counts;
import org.ringlight.graph.verify.Differences;
import org.ringlight.graph.verify.Digest;
import org.ringlight.graph.verify.Facts;
import org.ringlight.graph.verify.GraphReport;
import org.ringlight.graph.verify.Totals;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinTransactionRow;

/**
 * The check of a graph that holds neighbourhoods of Bitcoin: every transaction that is there must
 * be there whole; one that is known by its hash alone has the outputs that others spend.
 */
final class BitcoinNeighbourhoodVerify {

  private final GraphConnection graph;
  private final Snapshot tables;
  private final LongConsumer checked;
  private final Differences differences = new Differences();
  private final Counts counts = new Counts();
  private final Set<String> hashes;
  private final TreeSet<Long> heights;
  private final BitcoinTableFacts facts;
  private long links;

  BitcoinNeighbourhoodVerify(GraphConnection graph, Snapshot tables, LongConsumer checked) {
    this.graph = graph;
    this.tables = tables;
    this.checked = checked;
    this.heights =
        new TreeSet<>(
            graph.<List<Long>>read(
                t ->
                    t.run("MATCH (b:BtcBlock) RETURN b.height AS h")
                        .list(r -> r.get("h").asLong())));
    this.hashes =
        new HashSet<>(
            graph.<List<String>>read(
                t ->
                    t.run("MATCH (t:BtcTransaction) WHERE t.height IS NOT NULL RETURN t.hash AS h")
                        .list(r -> r.get("h").asString(""))));
    this.facts =
        new BitcoinTableFacts(tables, input -> !hashes.contains(input.previousTx().toString()));
  }

  GraphReport check(GraphState state) {
    Digest digest = new Digest();
    for (long height : heights) {
      Facts here = new Facts();
      add(here, height);
      Facts there = graph.read(t -> BitcoinGraphFacts.read(t, height, height));
      for (var kind : here.counts().all().entrySet()) {
        counts.add(kind.getKey(), kind.getValue());
      }
      digest.add(here.digest());
      here.differences(there).forEach(key -> differences.add(key.toString()));
      checked.accept(height);
    }
    differences.compare(
        BitcoinComparison.totals(counts, facts, links),
        Totals.inGraph(graph, BitcoinComparison.LABELS, BitcoinComparison.TYPES));
    counts.add("addresses", facts.addresses());
    return differences.report(state.fromHeight(), state.tipHeight(), counts, digest.hex());
  }

  private void add(Facts into, long height) {
    try (BitcoinBlocks blocks = new BitcoinBlocks(tables, height, height)) {
      if (!blocks.hasNext()) {
        return;
      }
      BitcoinBlock whole = blocks.next();
      Set<Long> present = new HashSet<>();
      for (BitcoinTransactionRow row : whole.transactions()) {
        if (hashes.contains(row.hash().toString())) {
          present.add(row.txId());
        }
      }
      boolean follows = heights.contains(height - 1);
      links += follows ? 1 : 0;
      facts.add(
          into,
          new BitcoinBlock(
              whole.block(),
              whole.transactions().stream().filter(row -> present.contains(row.txId())).toList(),
              whole.inputs().stream().filter(row -> present.contains(row.txId())).toList(),
              whole.outputs().stream().filter(row -> present.contains(row.txId())).toList()),
          follows);
    }
  }
}
