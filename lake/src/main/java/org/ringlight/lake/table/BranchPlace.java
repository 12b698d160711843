package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ringlight.protocol.BlockHash;

/**
 * Where a row of a branch belongs: what every table of branches begins with.
 *
 * @param branch the id of the branch's first block, whose predecessor is on the main chain
 * @param blockHash the id of the block itself
 * @param height of the block
 * @param seenAt when this index first saw it off the main chain, seconds since 1970
 * @param whole whether the block was to be had with all its transactions
 */
public record BranchPlace(
    BlockHash branch, BlockHash blockHash, long height, long seenAt, boolean whole) {

  /** In place of a dense id, an index, a weight or a difficulty that a branch does not have. */
  public static final long NOT_KNOWN = -1;

  private static final List<Column<BranchPlace>> COLUMNS =
      List.of(
          required(
                  1,
                  "branch",
                  "",
                  "Id of the branch's first block, the one whose prev_hash is on the main chain.")
              .bytes32(BranchPlace::branch),
          required(2, "block_hash", "", "Id of the block it belongs to.")
              .bytes32(BranchPlace::blockHash),
          required(3, "height", "blocks", "The block's height on the branch.")
              .int64(BranchPlace::height),
          required(
                  4,
                  "seen_at",
                  "s since 1970",
                  "Arrival time: when this index first saw the block off the main chain.")
              .int64(BranchPlace::seenAt),
          required(
                  5,
                  "whole",
                  "",
                  "Whether the block was to be had with all its transactions. One in part may"
                      + " follow again whole: WHERE whole shows each block once.")
              .bool(BranchPlace::whole));

  /**
   * The columns of the place, then a table's own, then those that it shares with a table of the
   * main chain, numbered in this order: a column that joins one day must join in the end.
   */
  static <S, R> List<Column<S>> columns(
      Function<S, BranchPlace> place,
      List<Column<S>> own,
      Table<R> shared,
      Function<S, R> part,
      Set<String> without) {
    List<Column<S>> columns = new ArrayList<>();
    COLUMNS.forEach(column -> columns.add(column.of(place, column.id(), 0)));
    columns.addAll(own);
    for (Column<R> column : shared.columns()) {
      if (!without.contains(column.name())) {
        columns.add(column.of(part, column.id(), column.elementId()));
      }
    }
    return numbered(columns);
  }

  private static <S> List<Column<S>> numbered(List<Column<S>> columns) {
    List<Column<S>> numbered = new ArrayList<>();
    int elementId = columns.size();
    for (Column<S> column : columns) {
      int id = numbered.size() + 1;
      numbered.add(column.of(Function.identity(), id, column.type().list() ? ++elementId : 0));
    }
    return numbered;
  }

  static BranchPlace read(RowSource in) {
    return new BranchPlace(
        in.bytes32(BlockHash::at), in.bytes32(BlockHash::at), in.int64(), in.int64(), in.bool());
  }
}
