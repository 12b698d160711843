package org.ringlight.graph.expand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Selection;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TransactionRow;

/**
 * Rows by their ids: few of them by reading only the pages that hold them, many, which stand on
 * nearly every page, by one pass over the columns.
 */
final class TableLookUp {

  /** About as many rows are on a page; more would be read by either way. */
  static final long ROWS_A_PAGE = 20_000;

  private final Snapshot tables;
  private final SqlRows pass;
  private final long rowsAPage;

  TableLookUp(SqlSession session) {
    this(session, ROWS_A_PAGE);
  }

  TableLookUp(SqlSession session, long rowsAPage) {
    this.tables = session.snapshot(Namespace.XMR).orElseThrow();
    this.pass = new SqlRows(session);
    this.rowsAPage = rowsAPage;
  }

  private boolean areMany(Collection<Long> ids, Table<?> table) {
    return !ids.isEmpty() && ids.size() * rowsAPage >= tables.count(table);
  }

  List<TransactionRow> transactions(Collection<Long> txIds) {
    return some(TransactionRow.TABLE, "tx_id", TransactionRow::txId, txIds);
  }

  List<RingRow> ringsOf(Collection<Long> txIds) {
    return areMany(txIds, RingRow.TABLE)
        ? pass.rings("tx_id", txIds)
        : some(RingRow.TABLE, "tx_id", RingRow::txId, txIds);
  }

  List<OutputRow> outputsOf(Collection<Long> txIds) {
    return areMany(txIds, OutputRow.TABLE)
        ? pass.outputs("tx_id", txIds)
        : some(OutputRow.TABLE, "tx_id", OutputRow::txId, txIds);
  }

  List<OutputRow> outputs(Collection<Long> outputIds) {
    return areMany(outputIds, OutputRow.TABLE)
        ? pass.outputs("output_id", outputIds)
        : some(OutputRow.TABLE, "output_id", OutputRow::outputId, outputIds);
  }

  List<RingRow> rings(Collection<Long> ringIds) {
    return areMany(ringIds, RingRow.TABLE)
        ? pass.rings("ring_id", ringIds)
        : some(RingRow.TABLE, "ring_id", RingRow::ringId, ringIds);
  }

  List<MembershipRow> memberships(Collection<Long> outputIds) {
    return some(MembershipRow.TABLE, "output_id", MembershipRow::outputId, outputIds);
  }

  <R> List<R> some(Table<R> table, String column, ToLongFunction<R> value, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    long[] sorted = ids.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    return find(table, List.of(new Selection.OneOf<>(column, value, sorted)));
  }

  <R> List<R> find(Table<R> table, List<Selection<R>> selections) {
    List<R> found = new ArrayList<>();
    try (Rows<R> rows = tables.find(table, selections)) {
      rows.forEachRemaining(found::add);
    }
    return found;
  }
}
