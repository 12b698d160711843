package org.ringlight.lake.table;

import static org.ringlight.lake.table.BranchPlace.NOT_KNOWN;
import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;

/**
 * A row of {@code xmr.alt_blocks}. Weight and difficulty of {@code block} may be {@link
 * BranchPlace#NOT_KNOWN}.
 *
 * @param missing the transactions that were not to be had
 */
public record AltBlockRow(BranchPlace place, BlockRow block, List<TxHash> missing) {

  public AltBlockRow {
    missing = List.copyOf(missing);
  }

  public static final Table<AltBlockRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "alt_blocks",
          "A block seen off the main chain: orphaned, or of a branch that the node knew. It may be"
              + " on the main chain since. Rows are never taken back.",
          BranchPlace.columns(
              AltBlockRow::place,
              List.of(
                  required(
                          6,
                          "missing",
                          "",
                          "Hashes of its transactions that were not to be had; empty where whole.")
                      .bytes32List(7, AltBlockRow::missing),
                  optional(
                          10,
                          "weight",
                          "bytes",
                          "Block weight; absent where transactions are missing.")
                      .int64(row -> known(row.block().weight())),
                  optional(
                          12,
                          "difficulty",
                          "hashes",
                          "Expected work of this block alone; absent where it was never on the"
                              + " indexed chain.")
                      .int64(row -> known(row.block().difficulty()))),
              BlockRow.TABLE,
              AltBlockRow::block,
              Set.of("height", "hash", "weight", "difficulty")),
          "height",
          row -> row.place().height(),
          Cut.NEVER,
          row -> row.place().height(),
          AltBlockRow::read);

  private static @Nullable Long known(long value) {
    return value == NOT_KNOWN ? null : value;
  }

  private static AltBlockRow read(RowSource in) {
    BranchPlace place = BranchPlace.read(in);
    List<TxHash> missing = in.bytes32List(TxHash::at);
    Long weight = in.optionalInt64();
    Long difficulty = in.optionalInt64();
    BlockRow block =
        new BlockRow(
            place.height(),
            place.blockHash(),
            in.bytes32(BlockHash::at),
            in.int64(),
            in.int32(),
            in.int32(),
            in.int64(),
            in.bytes32(TxHash::at),
            in.int32(),
            weight == null ? NOT_KNOWN : weight,
            in.int64(),
            difficulty == null ? NOT_KNOWN : difficulty);
    return new AltBlockRow(place, block, missing);
  }
}
