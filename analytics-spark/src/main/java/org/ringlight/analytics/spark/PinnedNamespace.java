package org.ringlight.analytics.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ringlight.analytics.spark.read.TipTable;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.iceberg.Warehouse;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/**
 * The tables of a namespace at the tip it has when this is made, and holds until it is closed. Safe
 * for several threads.
 */
final class PinnedNamespace implements AutoCloseable {

  private final Optional<Snapshot> snapshot;
  private final Warehouse warehouse;
  private final Map<String, TipTable> tables = new LinkedHashMap<>();
  private volatile boolean closed;

  private PinnedNamespace(Optional<Snapshot> snapshot, Warehouse warehouse) {
    this.snapshot = snapshot;
    this.warehouse = warehouse;
  }

  /**
   * Pins {@code namespace} to its last commit.
   *
   * @param toHeight the largest height of a row, where not all are wanted
   */
  static PinnedNamespace open(Lake lake, Namespace namespace, OptionalLong toHeight) {
    PinnedNamespace pinned =
        new PinnedNamespace(
            lake.current(namespace), new Warehouse(lake.folder(), new LocalFiles()));
    try {
      for (Table<?> table : namespace.tables()) {
        pinned.tables.put(table.name(), pinned.load(table, toHeight));
      }
      return pinned;
    } catch (RuntimeException e) {
      pinned.close();
      throw e;
    }
  }

  private TipTable load(Table<?> table, OptionalLong toHeight) {
    Optional<Long> id =
        tip().flatMap(tip -> Optional.ofNullable(tip.snapshots().get(table.name())));
    if (id.isEmpty()) {
      return TipTable.empty(table);
    }
    return warehouse
        .find(table)
        .filter(stored -> stored.snapshot(id.get()) != null)
        .map(stored -> TipTable.of(table, stored, id.get(), last(table, toHeight)))
        .orElseThrow(
            () ->
                new StoreUnavailable(
                    "the state of this commit is no longer kept",
                    table + ", snapshot " + id.get(),
                    "open the tables again, or --at-height"));
  }

  /** The largest value to read of the column by which a height cuts {@code table}. */
  private OptionalLong last(Table<?> table, OptionalLong toHeight) {
    return toHeight.isEmpty() || snapshot.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(snapshot.get().lastCut(table, toHeight.getAsLong()));
  }

  /** The commit it is pinned to; empty before the first. */
  Optional<Tip> tip() {
    return snapshot.map(Snapshot::tip);
  }

  /** The names of its tables. */
  List<String> names() {
    requireOpen();
    return List.copyOf(tables.keySet());
  }

  /** The table of that name, if there is one. */
  Optional<TipTable> table(String name) {
    requireOpen();
    return Optional.ofNullable(tables.get(name));
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("these tables are closed");
    }
  }

  @Override
  public void close() {
    closed = true;
    try (warehouse) {
      snapshot.ifPresent(Snapshot::close);
    }
  }
}
