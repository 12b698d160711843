package org.ringlight.graph.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.graph.load.ChainBlock;
import org.ringlight.graph.load.ChainBlocks;
import org.ringlight.graph.load.Parameters;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

/** What the tables say of a range of heights. */
final class TableFacts {

  private TableFacts() {}

  /**
   * Reads it.
   *
   * @param graphFrom the graph's first block, which follows none
   */
  static Facts read(Snapshot tables, long graphFrom, long from, long to) {
    Facts facts = new Facts();
    try (ChainBlocks blocks = new ChainBlocks(tables, from, to)) {
      while (blocks.hasNext()) {
        add(facts, blocks.next(), graphFrom);
      }
    }
    return facts;
  }

  static void add(Facts facts, ChainBlock block, long graphFrom) {
    long height = block.block().height();
    facts.block(height, Parameters.of(block.block()), links(height > graphFrom));
    Map<Long, List<String>> outputs = new HashMap<>();
    for (OutputRow output : block.outputs()) {
      outputs
          .computeIfAbsent(output.txId(), id -> new ArrayList<>())
          .add(Facts.text(Parameters.of(output)));
    }
    Map<Long, List<String>> rings = new HashMap<>();
    long members = 0;
    for (RingRow ring : block.rings()) {
      rings.computeIfAbsent(ring.txId(), id -> new ArrayList<>()).add(text(ring));
      members += ring.members().length;
    }
    for (TransactionRow transaction : block.transactions()) {
      facts.transaction(
          height,
          Parameters.of(transaction),
          outputs.getOrDefault(transaction.txId(), List.of()),
          rings.getOrDefault(transaction.txId(), List.of()));
    }
    facts.counts().add("rings", block.rings().size());
    facts.counts().add("ring members", members);
  }

  static String links(boolean followsOne) {
    return followsOne ? "after 1" : "after 0";
  }

  private static String text(RingRow ring) {
    StringBuilder text = new StringBuilder(Facts.text(Parameters.of(ring)));
    for (int position = 0; position < ring.members().length; position++) {
      text.append(' ').append(position).append('=').append(ring.indexSpace());
      text.append(':').append(ring.members()[position]);
    }
    return text.toString();
  }
}
