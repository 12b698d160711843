package org.ringlight.analytics.spark.job;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.graph.RingGraph;
import org.ringlight.analytics.graph.Spaces;
import org.ringlight.analytics.heuristic.Cascade;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/** What the kernel over arrays says of the rings in a lake: one line for each resolved ring. */
final class ArrayCascade {

  private final Map<PublicKey, Integer> numbers = new HashMap<>();
  private final Map<OutputName, Integer> keys = new HashMap<>();

  private ArrayCascade() {}

  /** The lines of {@link CascadeLines}, as of {@code height}. */
  static TreeSet<String> lines(Lake lake, long height) {
    return new ArrayCascade().run(lake, height);
  }

  private TreeSet<String> run(Lake lake, long height) {
    try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      for (OutputRow row : all(tables, OutputRow.TABLE, height)) {
        name(row.indexSpace(), row.amountIndex(), row.publicKey());
      }
      for (OlderOutputRow row : all(tables, OlderOutputRow.TABLE, height)) {
        name(row.indexSpace(), row.amountIndex(), row.publicKey());
      }
      List<RingRow> rings = all(tables, RingRow.TABLE, height);
      RingGraph.Builder graph = new RingGraph.Builder(rings.size());
      for (RingRow ring : rings) {
        graph.ring((int) ring.height(), Spaces.NONE, keys(ring), ring.members().length);
      }
      Deductions known = new Deductions(graph.build(numbers.size(), Spaces.EMPTY), true);
      new Cascade().deduce(known);
      TreeSet<String> lines = new TreeSet<>();
      for (int i = 0; i < rings.size(); i++) {
        if (known.setOfRing(i) != Deductions.FREE) {
          lines.add(line(known, known.setOfRing(i), rings.get(i)));
        }
      }
      return lines;
    }
  }

  private static <R> List<R> all(Snapshot tables, Table<R> table, long height) {
    try (Rows<R> rows = tables.scan(table, 0, height)) {
      return rows.stream().toList();
    }
  }

  private void name(long space, long index, PublicKey key) {
    int number = numbers.computeIfAbsent(key, first -> numbers.size());
    keys.put(new OutputName(space, index), number);
  }

  private int[] keys(RingRow ring) {
    return Arrays.stream(ring.members()).mapToInt(index -> key(ring, index)).toArray();
  }

  private int key(RingRow ring, long index) {
    return Objects.requireNonNull(keys.get(new OutputName(ring.indexSpace(), index)));
  }

  private String line(Deductions known, int set, RingRow ring) {
    long[] own =
        Arrays.stream(ring.members())
            .filter(index -> known.setOfKey(key(ring, index)) == set)
            .distinct()
            .toArray();
    return CascadeLines.line(
        ring.keyImage().toString(),
        Long.toUnsignedString(ring.indexSpace()),
        own.length == 1 ? OptionalLong.of(own[0]) : OptionalLong.empty(),
        known.depth(set),
        known.height(set));
  }
}
