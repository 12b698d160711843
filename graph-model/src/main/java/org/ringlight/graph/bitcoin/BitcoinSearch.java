package org.ringlight.graph.bitcoin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.ringlight.graph.expand.Reach;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Selection;
import org.ringlight.lake.table.Table;

/**
 * Gathers a neighbourhood of Bitcoin from the tables, hop by hop, in chain order within a hop, so
 * that the same question has the same answer. Back its cost grows with what it finds; forward it
 * reads the column of spent outputs once a hop.
 */
final class BitcoinSearch {

  private final Snapshot tables;
  private final Reach reach;
  private final long topHeight;
  private final Map<Long, BitcoinTransactionRow> transactions = new TreeMap<>();
  private final List<BitcoinInputRow> inputs = new ArrayList<>();
  private final List<BitcoinOutputRow> outputs = new ArrayList<>();
  private long cut;

  /**
   * In {@code tables}.
   *
   * @param topHeight blocks above it are not looked at
   */
  BitcoinSearch(Snapshot tables, Reach reach, long topHeight) {
    this.tables = tables;
    this.reach = reach;
    this.topHeight = topHeight;
  }

  BitcoinNeighbourhood from(Set<Long> txIds) {
    Set<Long> frontier = add(txIds);
    int hops = 0;
    while (hops < reach.hops() && !frontier.isEmpty() && cut == 0) {
      Set<Long> next = new TreeSet<>();
      if (reach.direction() != Reach.Direction.FORWARD) {
        next.addAll(back(frontier));
      }
      if (reach.direction() != Reach.Direction.BACK) {
        next.addAll(forward(frontier));
      }
      next.removeAll(transactions.keySet());
      frontier = add(next);
      if (cut == 0) {
        hops++;
      }
    }
    Set<Long> heights =
        transactions.values().stream()
            .map(BitcoinTransactionRow::height)
            .collect(Collectors.toCollection(TreeSet::new));
    return new BitcoinNeighbourhood(
        some(BitcoinBlockRow.TABLE, "height", BitcoinBlockRow::height, heights),
        List.copyOf(transactions.values()),
        inputs,
        outputs,
        new Addresses(tables).of(outputs, inputs),
        hops,
        cut);
  }

  private Set<Long> back(Set<Long> frontier) {
    List<Long> spent =
        inputs.stream()
            .filter(input -> frontier.contains(input.txId()))
            .map(BitcoinInputRow::outputId)
            .filter(Objects::nonNull)
            .toList();
    return some(BitcoinOutputRow.TABLE, "output_id", BitcoinOutputRow::outputId, spent).stream()
        .map(BitcoinOutputRow::txId)
        .collect(Collectors.toSet());
  }

  private Set<Long> forward(Set<Long> frontier) {
    List<Long> created =
        outputs.stream()
            .filter(output -> frontier.contains(output.txId()))
            .map(BitcoinOutputRow::outputId)
            .toList();
    return some(BitcoinInputRow.TABLE, "output_id", BitcoinSearch::spent, created).stream()
        .filter(input -> input.height() <= topHeight)
        .map(BitcoinInputRow::txId)
        .collect(Collectors.toSet());
  }

  private static long spent(BitcoinInputRow input) {
    Long output = input.outputId();
    return output == null ? -1 : output;
  }

  /** Adds transactions with all their inputs and outputs, as many as fit; says which. */
  private Set<Long> add(Set<Long> txIds) {
    Map<Long, List<BitcoinInputRow>> inputsOf =
        some(BitcoinInputRow.TABLE, "tx_id", BitcoinInputRow::txId, txIds).stream()
            .collect(Collectors.groupingBy(BitcoinInputRow::txId));
    Map<Long, List<BitcoinOutputRow>> outputsOf =
        some(BitcoinOutputRow.TABLE, "tx_id", BitcoinOutputRow::txId, txIds).stream()
            .collect(Collectors.groupingBy(BitcoinOutputRow::txId));
    Set<Long> added = new TreeSet<>();
    for (BitcoinTransactionRow row :
        some(BitcoinTransactionRow.TABLE, "tx_id", BitcoinTransactionRow::txId, txIds)) {
      List<BitcoinInputRow> in = inputsOf.getOrDefault(row.txId(), List.of());
      List<BitcoinOutputRow> out = outputsOf.getOrDefault(row.txId(), List.of());
      if (row.height() > topHeight) {
        continue;
      }
      if (cut > 0 || !fits(in.size() + out.size())) {
        cut++;
        continue;
      }
      transactions.put(row.txId(), row);
      inputs.addAll(in);
      outputs.addAll(out);
      added.add(row.txId());
    }
    return added;
  }

  /** Nodes at most: its block, itself, an output each way, and an address for each. */
  private boolean fits(int ends) {
    int nodes = 2 * transactions.size() + 2 * (inputs.size() + outputs.size()) + 2 + 2 * ends;
    return transactions.isEmpty() || nodes <= reach.maxNodes();
  }

  private <R> List<R> some(
      Table<R> table, String column, ToLongFunction<R> value, Collection<Long> ids) {
    List<R> found = new ArrayList<>();
    if (!ids.isEmpty()) {
      long[] sorted = ids.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
      try (Rows<R> rows = tables.find(table, new Selection.OneOf<>(column, value, sorted))) {
        rows.forEachRemaining(found::add);
      }
    }
    return found;
  }
}
