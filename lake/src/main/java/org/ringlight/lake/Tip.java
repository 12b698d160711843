package org.ringlight.lake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.lake.table.TipRow;
import org.ringlight.protocol.BlockHash;

/**
 * A commit of a namespace: the block it goes up to and the state of every table. A row of the
 * namespace's table {@code tips}, the only place that says what readers may read.
 *
 * @param number commits of the namespace so far, from 1
 * @param height the last block's height
 * @param hash the last block's id
 * @param snapshots Iceberg's snapshot id of each table that has rows, by table name
 * @param run the writer that made it
 * @param committedAt when, to the millisecond
 */
public record Tip(
    long number,
    long height,
    BlockHash hash,
    Map<String, Long> snapshots,
    String run,
    Instant committedAt) {

  public Tip {
    snapshots = Map.copyOf(snapshots);
  }

  static Tip of(TipRow row) {
    Map<String, Long> snapshots = new HashMap<>();
    for (int i = 0; i < row.snapshots().length; i++) {
      snapshots.put(row.tables().get(i), row.snapshots()[i]);
    }
    return new Tip(
        row.number(),
        row.height(),
        row.hash(),
        snapshots,
        row.run(),
        Instant.ofEpochMilli(row.committedAt()));
  }

  TipRow row() {
    List<String> tables = snapshots.keySet().stream().sorted().toList();
    return new TipRow(
        number,
        height,
        hash,
        tables,
        tables.stream().mapToLong(snapshots::get).toArray(),
        run,
        committedAt.toEpochMilli());
  }
}
