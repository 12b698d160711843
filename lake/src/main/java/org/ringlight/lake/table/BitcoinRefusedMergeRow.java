package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.ringlight.protocol.TxHash;

/**
 * A row of {@code btc_findings.refused_merges}; the components are the columns of {@link #TABLE}.
 */
public record BitcoinRefusedMergeRow(
    long height,
    TxHash txHash,
    String reason,
    List<String> clusters,
    String guarantee,
    String runId) {

  public BitcoinRefusedMergeRow {
    clusters = List.copyOf(clusters);
  }

  public static final Table<BitcoinRefusedMergeRow> TABLE =
      new Table<>(
          Namespace.BTC_FINDINGS,
          "refused_merges",
          "A transaction whose inputs were not joined although they are of several clusters.",
          List.of(
              required(1, "height", "blocks", "The block that the transaction is in.")
                  .int64(BitcoinRefusedMergeRow::height),
              required(2, "tx_hash", "", "The transaction's id.")
                  .bytes32(BitcoinRefusedMergeRow::txHash),
              required(
                      3,
                      "reason",
                      "",
                      "unresolved-inputs, open-signatures, coin-join, stonewall, pay-join or"
                          + " different-owners.")
                  .text(BitcoinRefusedMergeRow::reason),
              required(
                      4,
                      "clusters",
                      "",
                      "The names of the clusters at that place of the chain, at least two; later"
                          + " transactions may have joined them, or given them other names.")
                  .textList(7, BitcoinRefusedMergeRow::clusters),
              required(
                      5,
                      "guarantee",
                      "",
                      "statistical: that the owners are several is a reading of its shape.")
                  .text(BitcoinRefusedMergeRow::guarantee),
              required(6, "run_id", "", "The run that says so, a row of runs.")
                  .text(BitcoinRefusedMergeRow::runId)),
          "height",
          BitcoinRefusedMergeRow::height,
          Cut.HEIGHT,
          BitcoinRefusedMergeRow::height,
          BitcoinRefusedMergeRow::read);

  private static BitcoinRefusedMergeRow read(RowSource in) {
    return new BitcoinRefusedMergeRow(
        in.int64(), in.bytes32(TxHash::at), in.text(), in.textList(), in.text(), in.text());
  }
}
