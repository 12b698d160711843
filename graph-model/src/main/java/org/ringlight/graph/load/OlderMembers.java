package org.ringlight.graph.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Selection;
import org.ringlight.protocol.OutputName;

/** Finds the outputs that rings name and that were created before the first block of a range. */
public final class OlderMembers {

  private final Snapshot tables;
  private final boolean tablesBeginThere;
  private final long firstOutput;

  /**
   * For a range that begins at {@code from}.
   *
   * @param tables that hold all from there on
   */
  public OlderMembers(Snapshot tables, long from) {
    this.tables = tables;
    this.tablesBeginThere = tables.lowestHeight(BlockRow.TABLE).orElse(0) >= from;
    try (Rows<OutputRow> outputs = tables.scan(OutputRow.TABLE, from, Long.MAX_VALUE)) {
      this.firstOutput = outputs.hasNext() ? outputs.next().outputId() : Long.MAX_VALUE;
    }
  }

  /** Those of the rings of {@code blocks}, each once, as properties of their nodes. */
  public List<Object> of(List<ChainBlock> blocks) {
    Set<Long> ids = new TreeSet<>();
    Set<OutputName> names = new HashSet<>();
    for (ChainBlock block : blocks) {
      block.rings().forEach(ring -> collect(ring, ids, names));
    }
    List<Object> found = new ArrayList<>();
    if (!ids.isEmpty()) {
      byId(ids, row -> found.add(Parameters.of(row)));
    }
    if (!names.isEmpty() && tablesBeginThere) {
      // such a row lies at the height of the first ring that names it: here, or it was sent before
      try (Rows<OlderOutputRow> rows =
          tables.scan(OlderOutputRow.TABLE, height(blocks, 0), height(blocks, blocks.size() - 1))) {
        rows.forEachRemaining(row -> found.add(Parameters.of(row)));
      }
    } else if (!names.isEmpty()) {
      byName(names, row -> found.add(Parameters.of(row)));
    }
    return found;
  }

  private static long height(List<ChainBlock> blocks, int index) {
    return blocks.get(index).block().height();
  }

  private void collect(RingRow ring, Set<Long> ids, Set<OutputName> names) {
    long[] members = ring.members();
    long[] memberIds = ring.memberIds();
    for (int i = 0; i < members.length; i++) {
      long id = memberIds == null ? RingRow.NO_ID : memberIds[i];
      if (id == RingRow.NO_ID) {
        names.add(new OutputName(ring.indexSpace(), members[i]));
      } else if (!tablesBeginThere && id < firstOutput) {
        ids.add(id);
      }
    }
  }

  private void byId(Set<Long> ids, Consumer<OutputRow> found) {
    Selection<OutputRow> wanted =
        OutputRow.TABLE.keyOneOf(ids.stream().mapToLong(Long::longValue).toArray());
    try (Rows<OutputRow> rows = tables.find(OutputRow.TABLE, wanted)) {
      rows.forEachRemaining(found);
    }
  }

  private void byName(Set<OutputName> names, Consumer<OlderOutputRow> found) {
    long[] indexes =
        names.stream().mapToLong(OutputName::amountIndex).sorted().distinct().toArray();
    Selection<OlderOutputRow> wanted =
        new Selection.OneOf<>("amount_index", OlderOutputRow::amountIndex, indexes);
    try (Rows<OlderOutputRow> rows = tables.find(OlderOutputRow.TABLE, wanted)) {
      rows.forEachRemaining(
          row -> {
            if (names.contains(new OutputName(row.indexSpace(), row.amountIndex()))) {
              found.accept(row);
            }
          });
    }
  }
}
