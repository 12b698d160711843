package org.ringlight.indexer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.TxHash;

/** Compares a slice with the index of the whole chain. */
final class SliceAssert {

  private final long from;
  private final DataFolder whole;
  private final DataFolder slice;
  private final Map<String, Long> firstIds = new HashMap<>();

  private SliceAssert(long from, DataFolder whole, DataFolder slice) {
    this.from = from;
    this.whole = whole;
    this.slice = slice;
  }

  /**
   * Asserts that {@code slice} holds the same blocks from height {@code from} on, its dense ids
   * counted from its own first block, and every older output that its rings name, once, as the
   * whole chain has it.
   */
  static void sameFrom(long from, DataFolder whole, DataFolder slice) {
    SliceAssert compared = new SliceAssert(from, whole, slice);
    compared.firstIds.put("txId", compared.first(TransactionRow.TABLE, TransactionRow::txId));
    compared.firstIds.put("outputId", compared.first(OutputRow.TABLE, OutputRow::outputId));
    compared.firstIds.put("ringId", compared.first(RingRow.TABLE, RingRow::ringId));
    compared.sameRows(BlockRow.TABLE);
    compared.sameRows(TransactionRow.TABLE);
    compared.sameRows(OutputRow.TABLE);
    compared.sameRows(RingRow.TABLE);
    compared.sameOlderOutputs();
    assertThat(slice.check().problems()).as("from %d", from).isEmpty();
  }

  private <R> long first(Table<R> table, ToLongFunction<R> id) {
    return whole.rows(table).stream()
        .filter(row -> table.cutKey().applyAsLong(row) >= from)
        .mapToLong(id)
        .findFirst()
        .orElse(0);
  }

  private <R> void sameRows(Table<R> table) {
    assertThat(slice.rows(table).stream().map(row -> text(row, Map.of())))
        .as("%s from %d", table, from)
        .containsExactlyElementsOf(
            whole.rows(table).stream()
                .filter(row -> table.cutKey().applyAsLong(row) >= from)
                .map(row -> text(row, firstIds))
                .toList());
  }

  private static String text(Object row, Map<String, Long> shifts) {
    StringBuilder text = new StringBuilder();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      String name = component.getName();
      String value = RowDigest.value(row, component);
      if (name.equals("memberIds")) {
        long[] ids = requireNonNull(((RingRow) row).memberIds());
        long first = shifts.getOrDefault("outputId", 0L);
        value =
            Arrays.toString(
                Arrays.stream(ids).map(id -> id < first ? RingRow.NO_ID : id - first).toArray());
      } else if (shifts.containsKey(name)) {
        value = Long.toString(Long.parseLong(value) - shifts.get(name));
      }
      text.append(name).append('=').append(value).append(';');
    }
    return text.toString();
  }

  private void sameOlderOutputs() {
    Map<Long, TxHash> hashes = new HashMap<>();
    whole.rows(TransactionRow.TABLE).forEach(row -> hashes.put(row.txId(), row.hash()));
    Map<String, OutputRow> outputs = new HashMap<>();
    whole
        .rows(OutputRow.TABLE)
        .forEach(row -> outputs.put(row.indexSpace() + ":" + row.amountIndex(), row));
    Set<String> named = new HashSet<>();
    for (RingRow ring : slice.rows(RingRow.TABLE)) {
      for (long member : ring.members()) {
        String name = ring.indexSpace() + ":" + member;
        if (requireNonNull(outputs.get(name)).height() < from) {
          named.add(name);
        }
      }
    }
    List<OlderOutputRow> older = slice.rows(OlderOutputRow.TABLE);
    assertThat(older.stream().map(row -> row.indexSpace() + ":" + row.amountIndex()))
        .containsExactlyInAnyOrderElementsOf(named);
    for (OlderOutputRow row : older) {
      OutputRow there = requireNonNull(outputs.get(row.indexSpace() + ":" + row.amountIndex()));
      assertThat(row.createdAtHeight()).isEqualTo(there.height());
      assertThat(row.publicKey()).isEqualTo(there.publicKey());
      assertThat(row.txHash()).isEqualTo(hashes.get(there.txId()));
      if (there.commitment() != null) {
        assertThat(row.commitment()).isEqualTo(there.commitment());
      }
    }
  }
}
