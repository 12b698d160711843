package org.ringlight.graph.load.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.OutputName;

/** The outputs from before a range of heights that its rings name. */
public final class OlderOutputs {

  private static final int IDS_AT_ONCE = 100_000;

  private final Snapshot tables;
  private final long[] ids;
  private final Map<OutputName, OlderOutputRow> named = new LinkedHashMap<>();

  private OlderOutputs(Snapshot tables, long[] ids) {
    this.tables = tables;
    this.ids = ids;
  }

  /**
   * Reads the rings of the heights from {@code from} to {@code to}.
   *
   * @param firstOutput the dense id of the first output there
   */
  public static OlderOutputs of(Snapshot tables, long from, long to, long firstOutput) {
    if (from == 0) {
      return new OlderOutputs(tables, new long[0]);
    }
    Collected ids = new Collected();
    Set<OutputName> names = new HashSet<>();
    try (Rows<RingRow> rings = tables.scan(RingRow.TABLE, from, to)) {
      rings.forEachRemaining(ring -> collect(ring, firstOutput, ids, names));
    }
    OlderOutputs older = new OlderOutputs(tables, ids.distinct());
    try (Rows<OlderOutputRow> rows = tables.scan(OlderOutputRow.TABLE)) {
      rows.forEachRemaining(
          row -> {
            OutputName name = new OutputName(row.indexSpace(), row.amountIndex());
            if (names.contains(name)) {
              older.named.put(name, row);
            }
          });
    }
    return older;
  }

  private static void collect(
      RingRow ring, long firstOutput, Collected ids, Set<OutputName> names) {
    long[] memberIds = ring.memberIds();
    for (int i = 0; i < ring.members().length; i++) {
      long id = memberIds == null ? RingRow.NO_ID : memberIds[i];
      if (id == RingRow.NO_ID) {
        names.add(new OutputName(ring.indexSpace(), ring.members()[i]));
      } else if (id < firstOutput) {
        ids.add(id);
      }
    }
  }

  /** Dense ids of those that are in the tables, ascending. */
  long[] ids() {
    return ids;
  }

  /** Those that the tables know by name only. */
  List<OutputName> names() {
    return new ArrayList<>(named.keySet());
  }

  public void eachRow(Consumer<OutputRow> write) {
    for (int start = 0; start < ids.length; start += IDS_AT_ONCE) {
      long[] some = Arrays.copyOfRange(ids, start, Math.min(ids.length, start + IDS_AT_ONCE));
      try (Rows<OutputRow> rows = tables.find(OutputRow.TABLE, OutputRow.TABLE.keyOneOf(some))) {
        rows.forEachRemaining(write);
      }
    }
  }

  public void eachNamed(BiConsumer<OutputName, OlderOutputRow> write) {
    named.forEach(write);
  }

  /** Numbers, kept few by removing doubles whenever the room is used up. */
  private static final class Collected {
    private long[] numbers = new long[1 << 16];
    private int size;

    void add(long number) {
      if (size == numbers.length) {
        long[] distinct = distinct();
        System.arraycopy(distinct, 0, numbers, 0, distinct.length);
        size = distinct.length;
        if (size > numbers.length / 2) {
          numbers = Arrays.copyOf(numbers, Math.multiplyExact(2, numbers.length));
        }
      }
      numbers[size++] = number;
    }

    long[] distinct() {
      return Arrays.stream(numbers, 0, size).sorted().distinct().toArray();
    }
  }
}
