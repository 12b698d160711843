package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;

/** A row of {@code btc.addresses}; the components are the columns of {@link #TABLE}. */
public record BitcoinAddressRow(long addressId, long height, String address, String scriptType) {

  public static final Table<BitcoinAddressRow> TABLE =
      new Table<>(
          Namespace.BTC,
          "addresses",
          "An address that an output of the current chain is locked to.",
          List.of(
              required(
                      1,
                      "address_id",
                      "",
                      "Dense number in order of first appearance from 0. Reused after a"
                          + " reorganisation: never a key of findings.")
                  .int64(BitcoinAddressRow::addressId),
              required(2, "height", "blocks", "The block of the first output locked to it.")
                  .int64(BitcoinAddressRow::height),
              required(
                      3,
                      "address",
                      "",
                      "As wallets write it; pk(KEY) for a bare public key, as descriptors do.")
                  .text(BitcoinAddressRow::address),
              required(4, "script_type", "", "The kind of its scripts.")
                  .text(BitcoinAddressRow::scriptType)),
          "address_id",
          BitcoinAddressRow::addressId,
          Cut.HEIGHT,
          BitcoinAddressRow::height,
          BitcoinAddressRow::read);

  private static BitcoinAddressRow read(RowSource in) {
    return new BitcoinAddressRow(in.int64(), in.int64(), in.text(), in.text());
  }
}
