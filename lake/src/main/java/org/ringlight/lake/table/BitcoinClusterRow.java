package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;

/**
 * A row of {@code btc_findings.clusters}; the components are the columns of {@link #TABLE}. Each
 * run of {@code cluster} replaces all rows.
 */
public record BitcoinClusterRow(
    long addressId, String address, String cluster, String runId, long height, String guarantee) {

  /** As statistical as common-input ownership is. */
  public BitcoinClusterRow(
      long addressId, String address, String cluster, String runId, long height) {
    this(addressId, address, cluster, runId, height, "statistical");
  }

  public static final Table<BitcoinClusterRow> TABLE =
      new Table<>(
          Namespace.BTC_FINDINGS,
          "clusters",
          "An address whose owner is taken to own others too; addresses on their own have no row.",
          List.of(
              required(
                      1,
                      "address_id",
                      "",
                      "Of btc.addresses as of the commit's tip: the order of rows, never a key.")
                  .int64(BitcoinClusterRow::addressId),
              required(2, "address", "", "As btc.addresses writes it.")
                  .text(BitcoinClusterRow::address),
              required(
                      3,
                      "cluster",
                      "",
                      "Its cluster's name: the address in it that appeared first.")
                  .text(BitcoinClusterRow::cluster),
              required(4, "run_id", "", "The run that says so.").text(BitcoinClusterRow::runId),
              required(5, "height", "blocks", "The last block it looked at.")
                  .int64(BitcoinClusterRow::height),
              required(6, "guarantee", "", "statistical: by common-input ownership.")
                  .text(BitcoinClusterRow::guarantee)),
          "address_id",
          BitcoinClusterRow::addressId,
          Cut.HEIGHT,
          BitcoinClusterRow::height,
          BitcoinClusterRow::read);

  private static BitcoinClusterRow read(RowSource in) {
    return new BitcoinClusterRow(
        in.int64(), in.text(), in.text(), in.text(), in.int64(), in.text());
  }
}
