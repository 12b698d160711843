package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;

/** An output that is spent, as a row of an exported file; a table of its own nowhere else. */
public record SpentOutputRow(long indexSpace, long amountIndex) {

  public static final Table<SpentOutputRow> TABLE =
      new Table<>(
          Namespace.FINDINGS,
          "spent_outputs",
          "An output that is found to be spent.",
          List.of(
              required(
                      1, "index_space", "atomic", "0 for RingCT, else the cleartext amount.")
                  .uint64(SpentOutputRow::indexSpace),
              required(
                      2, "amount_index", "", "Number among the outputs of its index space.")
                  .int64(SpentOutputRow::amountIndex)),
          "amount_index",
          SpentOutputRow::amountIndex,
          Cut.NEVER,
          SpentOutputRow::amountIndex,
          in -> new SpentOutputRow(in.int64(), in.int64()));
}
