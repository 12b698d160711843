package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.ringlight.protocol.TxHash;

/**
 * A row of {@code btc_findings.change}; the components are the columns of {@link #TABLE}. Each run
 * over the whole chain replaces all rows; within it they are in chain order.
 */
public record BitcoinChangeRow(
    long height,
    TxHash txHash,
    int outputIndex,
    int confidence,
    List<String> sources,
    List<String> dissent,
    List<String> vetoes,
    String guarantee,
    String runId) {

  public BitcoinChangeRow {
    sources = List.copyOf(sources);
    dissent = List.copyOf(dissent);
    vetoes = List.copyOf(vetoes);
  }

  public static final Table<BitcoinChangeRow> TABLE =
      new Table<>(
          Namespace.BTC_FINDINGS,
          "change",
          "The output of a transaction that is taken to go back to its payer.",
          List.of(
              required(
                      1,
                      "height",
                      "blocks",
                      "The last block that its run looked at: votes may look at what was spent"
                          + " later.")
                  .int64(BitcoinChangeRow::height),
              required(2, "tx_hash", "", "The transaction's id.").bytes32(BitcoinChangeRow::txHash),
              required(3, "output_index", "", "Position of the change among its outputs.")
                  .int32(BitcoinChangeRow::outputIndex),
              required(
                      4,
                      "confidence",
                      "percent",
                      "The highest of its sources: a rank, not a probability.")
                  .int32(BitcoinChangeRow::confidence),
              required(5, "sources", "", "The heuristics that say so.")
                  .textList(10, BitcoinChangeRow::sources),
              required(6, "dissent", "", "Those that name another output.")
                  .textList(11, BitcoinChangeRow::dissent),
              required(7, "vetoes", "", "What speaks against an output, as REASON:INDEX.")
                  .textList(12, BitcoinChangeRow::vetoes),
              required(8, "guarantee", "", "statistical.").text(BitcoinChangeRow::guarantee),
              required(9, "run_id", "", "The run that says so, a row of runs.")
                  .text(BitcoinChangeRow::runId)),
          "height",
          BitcoinChangeRow::height,
          Cut.HEIGHT,
          BitcoinChangeRow::height,
          BitcoinChangeRow::read);

  private static BitcoinChangeRow read(RowSource in) {
    return new BitcoinChangeRow(
        in.int64(),
        in.bytes32(TxHash::at),
        in.int32(),
        in.int32(),
        in.textList(),
        in.textList(),
        in.textList(),
        in.text(),
        in.text());
  }
}
