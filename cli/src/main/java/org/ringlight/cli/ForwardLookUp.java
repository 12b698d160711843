package org.ringlight.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Selection;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TransactionRow;

/**
 * From an output to the rings that hold it, by reading the few pages that say so: what it costs
 * grows with what is found and with the logarithm of the chain.
 */
final class ForwardLookUp {

  private final Snapshot chain;
  private long pages;

  ForwardLookUp(Snapshot chain) {
    this.chain = chain;
  }

  /** A ring that holds the output asked for. */
  record Place(OutputRow output, RingRow ring, TransactionRow transaction, int position) {}

  /** Pages of columns read so far. */
  long pagesRead() {
    return pages;
  }

  /** The output with this name; none, where there is none. */
  List<OutputRow> named(long indexSpace, long amountIndex) {
    return find(OutputRow.TABLE, OutputRow.named(indexSpace, amountIndex));
  }

  /** Outputs by their ids, in order. */
  List<OutputRow> outputs(List<Long> ids) {
    return some(OutputRow.TABLE, ids);
  }

  /** The transaction that creates each output, by its id. */
  Map<Long, TransactionRow> transactions(List<OutputRow> outputs) {
    return byKey(
        TransactionRow.TABLE, outputs.stream().map(OutputRow::txId).toList(), TransactionRow::txId);
  }

  /** The block each output is in, by its height. */
  Map<Long, BlockRow> blocks(List<OutputRow> outputs) {
    return byKey(
        BlockRow.TABLE, outputs.stream().map(OutputRow::height).toList(), BlockRow::height);
  }

  /** Every place of an output in a ring, in chain order. */
  List<Place> places(OutputRow output) {
    List<MembershipRow> memberships =
        find(
            MembershipRow.TABLE,
            List.of(MembershipRow.TABLE.keyBetween(output.outputId(), output.outputId())));
    Map<Long, RingRow> rings =
        byKey(
            RingRow.TABLE,
            memberships.stream().map(MembershipRow::ringId).toList(),
            RingRow::ringId);
    Map<Long, TransactionRow> transactions =
        byKey(
            TransactionRow.TABLE,
            rings.values().stream().map(RingRow::txId).toList(),
            TransactionRow::txId);
    return memberships.stream()
        .sorted(Comparator.comparing(MembershipRow::ringId).thenComparing(MembershipRow::position))
        .map(
            membership -> {
              RingRow ring = there(rings, membership.ringId());
              return new Place(
                  output, ring, there(transactions, ring.txId()), membership.position());
            })
        .toList();
  }

  private static <R> R there(Map<Long, R> rows, long key) {
    R row = rows.get(key);
    if (row == null) {
      throw new IllegalStateException("a tip whose tables do not fit together: id " + key);
    }
    return row;
  }

  private <R> Map<Long, R> byKey(Table<R> table, List<Long> keys, ToLongFunction<R> key) {
    Map<Long, R> rows = new HashMap<>();
    for (R row : some(table, keys)) {
      rows.put(key.applyAsLong(row), row);
    }
    return rows;
  }

  private <R> List<R> some(Table<R> table, List<Long> keys) {
    return keys.isEmpty()
        ? List.of()
        : find(table, List.of(table.keyOneOf(keys.stream().mapToLong(Long::longValue).toArray())));
  }

  private <R> List<R> find(Table<R> table, List<Selection<R>> selections) {
    List<R> found = new ArrayList<>();
    try (Rows<R> rows = chain.find(table, selections)) {
      rows.forEachRemaining(found::add);
      pages += rows.pagesRead();
    }
    return found;
  }
}
