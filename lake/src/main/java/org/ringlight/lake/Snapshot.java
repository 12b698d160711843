package org.ringlight.lake;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.iceberg.LiveFile;
import org.ringlight.lake.iceberg.Warehouse;
import org.ringlight.lake.parquet.BatchReader;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.Cut;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Selection;
import org.ringlight.lake.table.Table;

/**
 * The tables of a namespace as one tip left them; never changes. It holds that tip: what it reads
 * is there until it is closed, whatever is written meanwhile. Safe for several threads.
 */
public final class Snapshot implements AutoCloseable {

  private final Warehouse warehouse;
  private final Namespace namespace;
  private final Tip tip;
  private final Map<Table<?>, List<LiveFile>> live = new ConcurrentHashMap<>();
  private final @Nullable Lease lease;

  /** For the writer alone, who needs no lease: nobody else removes what it reads. */
  Snapshot(Warehouse warehouse, Namespace namespace, Tip tip) {
    this(warehouse, namespace, tip, null);
  }

  Snapshot(Warehouse warehouse, Namespace namespace, Tip tip, @Nullable Lease lease) {
    this.warehouse = warehouse;
    this.namespace = namespace;
    this.tip = tip;
    this.lease = lease;
  }

  /** Whose tables. */
  public Namespace namespace() {
    return namespace;
  }

  /** The commit that left the tables so. */
  public Tip tip() {
    return tip;
  }

  /** How many rows {@code table} has; reads no row. */
  public long count(Table<?> table) {
    return live(table).stream().mapToLong(file -> file.file().recordCount()).sum();
  }

  /** The lowest height of a row of {@code table}, empty where it has none; reads no row. */
  public OptionalLong lowestHeight(Table<?> table) {
    if (table.cut() == Cut.RING) {
      throw new IllegalArgumentException(table + " has no heights");
    }
    return live(table).stream().mapToLong(LiveFile::firstCut).min();
  }

  /** The largest value of the column {@code table} is sorted by, empty where it has no row. */
  public OptionalLong lastKey(Table<?> table) {
    return live(table).stream().mapToLong(LiveFile::lastKey).max();
  }

  /** Where the files of {@code table} are, in the order of its rows. */
  public List<String> files(Table<?> table) {
    return live(table).stream().map(LiveFile::location).toList();
  }

  /** All rows of {@code table}, in its order; of memberships, run by run. */
  public <R> Rows<R> scan(Table<R> table) {
    return find(table, List.of());
  }

  /**
   * The rows of {@code table}, which has heights, from {@code fromHeight} to {@code toHeight}, both
   * included.
   */
  public <R> Rows<R> scan(Table<R> table, long fromHeight, long toHeight) {
    if (table.cut() == Cut.RING) {
      throw new IllegalArgumentException(table + " has no heights");
    }
    return find(table, table.cutBetween(fromHeight, toHeight));
  }

  /** The rows of {@code table} that are selected. */
  public <R> Rows<R> find(Table<R> table, Selection<R> selection) {
    return find(table, List.of(selection));
  }

  /**
   * The rows of {@code table} that all of {@code selections} want, in its order file by file. What
   * holds none of them is not read; a row group of one file is in memory at a time.
   */
  public <R> Rows<R> find(Table<R> table, List<Selection<R>> selections) {
    return new Rows<>(table, meeting(table, selections), warehouse.files(), selections);
  }

  /**
   * Some columns of all rows of {@code table}, in its order, as arrays; of memberships, run by run.
   *
   * @param columns columns that {@link Batch#holds}, each once
   */
  public <R> Batches batches(Table<R> table, String... columns) {
    return batches(table, List.of(), columns);
  }

  /**
   * Some columns of the rows of {@code table} that all of {@code selections} want, in its order
   * file by file, as arrays. Files and row groups that hold none of them are not read.
   *
   * @param columns columns that {@link Batch#holds}, each once
   */
  public <R> Batches batches(Table<R> table, List<Selection<R>> selections, String... columns) {
    BatchReader<R> reader = new BatchReader<>(table, List.of(columns), selections);
    return new Batches(reader, meeting(table, selections), warehouse.files());
  }

  private <R> List<LiveFile> meeting(Table<R> table, List<Selection<R>> selections) {
    return live(table).stream().filter(file -> file.meets(table, selections)).toList();
  }

  /**
   * Where a height cuts {@code table}: the largest value of the cut's column that belongs at or
   * below {@code height}.
   */
  public long lastCut(Table<?> table, long height) {
    return switch (table.cut()) {
      case HEIGHT, UNDECIDED, NEVER -> height;
      case RING -> height >= tip.height() ? Long.MAX_VALUE : firstRingAbove(height) - 1;
    };
  }

  private long firstRingAbove(long height) {
    Selection<RingRow> above = RingRow.TABLE.cutBetween(height + 1, Long.MAX_VALUE);
    try (Rows<RingRow> rings = find(RingRow.TABLE, above)) {
      return rings.hasNext() ? rings.next().ringId() : count(RingRow.TABLE);
    }
  }

  /**
   * Checks that every file is there with the length it was written with. Reads no row.
   *
   * @throws org.ringlight.failure.DataInvalid where one is not; the message names it
   */
  public void requireFiles() {
    for (Table<?> table : namespace.tables()) {
      live(table).forEach(LiveFile::requireWhole);
    }
  }

  List<LiveFile> live(Table<?> table) {
    return live.computeIfAbsent(table, this::readLive);
  }

  private List<LiveFile> readLive(Table<?> table) {
    if (table.namespace() != namespace) {
      throw new IllegalArgumentException(table + " is not in " + namespace.sqlName());
    }
    Long id = tip.snapshots().get(table.name());
    if (id == null) {
      return List.of();
    }
    org.apache.iceberg.Snapshot snapshot =
        warehouse.find(table).map(stored -> stored.snapshot(id)).orElse(null);
    if (snapshot == null) {
      throw new StoreUnavailable(
          "the state of this commit is no longer kept",
          table + " at commit " + tip.number() + ", height " + tip.height(),
          "use a newer commit, or --at-height");
    }
    return LiveFile.of(table, snapshot, warehouse.files());
  }

  /** Lets the tip go. Nothing may be read after. */
  @Override
  public void close() {
    Lease held = lease;
    if (held != null) {
      held.close();
    }
  }
}
