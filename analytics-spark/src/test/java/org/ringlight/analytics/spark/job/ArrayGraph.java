package org.ringlight.analytics.spark.job;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ringlight.analytics.deduce.Conclusion;
import org.ringlight.analytics.deduce.Conclusions;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.KeyNumbers;
import org.ringlight.analytics.deduce.RingNames;
import org.ringlight.analytics.graph.RingGraph;
import org.ringlight.analytics.graph.Spaces;
import org.ringlight.analytics.heuristic.Cascade;
import org.ringlight.analytics.heuristic.Deduction;
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

/** The rings in a small lake for the kernel over arrays, and what that says of them. */
final class ArrayGraph implements KeyNumbers {

  private final Map<PublicKey, Integer> numbers = new HashMap<>();
  private final Map<OutputName, Integer> keys = new HashMap<>();
  private final Set<Integer> shared = new HashSet<>();
  private final List<RingRow> rings;

  private ArrayGraph(Lake lake, long height) {
    try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      for (OutputRow row : all(tables, OutputRow.TABLE, height)) {
        name(row.indexSpace(), row.amountIndex(), row.publicKey());
      }
      for (OlderOutputRow row : all(tables, OlderOutputRow.TABLE, height)) {
        name(row.indexSpace(), row.amountIndex(), row.publicKey());
      }
      rings = all(tables, RingRow.TABLE, height);
    }
  }

  /** Reads the rings up to {@code height}. */
  static ArrayGraph of(Lake lake, long height) {
    return new ArrayGraph(lake, height);
  }

  private static <R> List<R> all(Snapshot tables, Table<R> table, long height) {
    try (Rows<R> rows = tables.scan(table, 0, height)) {
      return rows.stream().toList();
    }
  }

  private void name(long space, long index, PublicKey key) {
    Integer before = numbers.putIfAbsent(key, numbers.size());
    if (before != null) {
      shared.add(before);
    }
    keys.put(new OutputName(space, index), Objects.requireNonNull(numbers.get(key)));
  }

  private int[] keys(RingRow ring) {
    return Arrays.stream(ring.members()).mapToInt(index -> key(ring, index)).toArray();
  }

  private int key(RingRow ring, long index) {
    return of(0, ring.indexSpace(), index);
  }

  @Override
  public int of(long outputId, long indexSpace, long amountIndex) {
    return Objects.requireNonNull(keys.get(new OutputName(indexSpace, amountIndex)));
  }

  @Override
  public boolean isShared(int key, int height) {
    return shared.contains(key);
  }

  private Deductions known(Deduction... rules) {
    RingGraph.Builder graph = new RingGraph.Builder(rings.size());
    for (RingRow ring : rings) {
      graph.ring((int) ring.height(), Spaces.NONE, keys(ring), ring.members().length);
    }
    Deductions known = new Deductions(graph.build(numbers.size(), Spaces.EMPTY), true);
    for (Deduction rule : rules) {
      rule.deduce(known);
    }
    return known;
  }

  /** What the cascade resolves, one line for each ring as in {@link CascadeLines}. */
  Set<String> cascade() {
    Deductions known = known(new Cascade());
    Set<String> lines = new TreeSet<>();
    for (int i = 0; i < rings.size(); i++) {
      if (known.setOfRing(i) != Deductions.FREE) {
        lines.add(line(known, known.setOfRing(i), rings.get(i)));
      }
    }
    return lines;
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

  /** Says all that the rules find. */
  void conclude(Consumer<Conclusion> sink, Deduction... rules) {
    Deductions known = known(rules);
    RingNames names = new RingNames(known);
    for (int i = 0; i < rings.size(); i++) {
      names.name(i, rings.get(i).keyImage());
    }
    Conclusions conclusions = new Conclusions(known, this, names, sink);
    for (int i = 0; i < rings.size(); i++) {
      RingRow ring = rings.get(i);
      conclusions.of(i, ring.keyImage(), ring.indexSpace(), ring.members(), keys(ring));
    }
  }
}
