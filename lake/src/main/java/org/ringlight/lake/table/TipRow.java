package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.ringlight.protocol.BlockHash;

/**
 * A row of a namespace's table {@code tips}: one commit. The list of tables and the list of their
 * snapshots run side by side.
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record TipRow(
    long number,
    long height,
    BlockHash hash,
    List<String> tables,
    long[] snapshots,
    String run,
    long committedAt) {

  /** The table of a namespace's tips. */
  public static Table<TipRow> table(Namespace namespace) {
    return new Table<>(
        namespace,
        "tips",
        "A commit: the block it goes up to and the state of every table. What no row here names is"
            + " not read.",
        List.of(
            required(1, "number", "", "Commits of the namespace so far, from 1.")
                .int64(TipRow::number),
            required(2, "height", "blocks", "Height of the last block.").int64(TipRow::height),
            required(3, "hash", "", "Id of the last block.").bytes32(TipRow::hash),
            required(4, "tables", "", "The tables that have rows.").textList(8, TipRow::tables),
            required(5, "snapshots", "", "Iceberg's snapshot id of each of them.")
                .int64List(9, TipRow::snapshots),
            required(6, "run", "", "The writer that made it.").text(TipRow::run),
            required(7, "committed_at", "ms since 1970", "When it was made.")
                .int64(TipRow::committedAt)),
        "number",
        TipRow::number,
        Cut.HEIGHT,
        TipRow::height,
        TipRow::read);
  }

  private static TipRow read(RowSource in) {
    return new TipRow(
        in.int64(),
        in.int64(),
        in.bytes32(BlockHash::at),
        in.textList(),
        in.int64List(),
        in.text(),
        in.int64());
  }
}
