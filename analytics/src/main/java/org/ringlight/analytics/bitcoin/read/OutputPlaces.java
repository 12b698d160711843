package org.ringlight.analytics.bitcoin.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.TxHash;

/**
 * Names for the numbers that kernels speak of, which mean nothing after a reorganisation. Asked for
 * some thousand at a time, so that few pages are read for each.
 */
public final class OutputPlaces {

  private final Snapshot tables;

  public OutputPlaces(Snapshot tables) {
    this.tables = tables;
  }

  /**
   * Where an output is.
   *
   * @param address of it as text, or null where its script names none
   * @param addressId its number, or {@link CoinTransaction#UNKNOWN}
   */
  public record Place(
      long output,
      TxHash transaction,
      int index,
      long height,
      long value,
      @Nullable String address,
      long addressId) {}

  /**
   * The places of outputs.
   *
   * @param outputs their numbers, in any order
   * @throws DataInvalid where the tables do not hold one
   */
  public Map<Long, Place> places(long... outputs) {
    Map<Long, BitcoinOutputRow> rows =
        byKey(BitcoinOutputRow.TABLE, BitcoinOutputRow::outputId, row -> row, outputs);
    long[] makers = new long[rows.size()];
    long[] owners = new long[rows.size()];
    int count = 0;
    int owned = 0;
    for (BitcoinOutputRow row : rows.values()) {
      makers[count++] = row.txId();
      Long address = row.addressId();
      if (address != null) {
        owners[owned++] = address;
      }
    }
    Map<Long, TxHash> hashes =
        byKey(
            BitcoinTransactionRow.TABLE,
            BitcoinTransactionRow::txId,
            BitcoinTransactionRow::hash,
            makers);
    Map<Long, String> texts = addresses(Arrays.copyOf(owners, owned));
    Map<Long, Place> places = new HashMap<>();
    for (BitcoinOutputRow row : rows.values()) {
      Long address = row.addressId();
      places.put(
          row.outputId(),
          new Place(
              row.outputId(),
              Objects.requireNonNull(hashes.get(row.txId())),
              row.indexInTx(),
              row.height(),
              row.value(),
              address == null ? null : texts.get(address),
              address == null ? CoinTransaction.UNKNOWN : address));
    }
    return places;
  }

  /** The texts of addresses, by their numbers. */
  public Map<Long, String> addresses(long... ids) {
    return byKey(
        BitcoinAddressRow.TABLE, BitcoinAddressRow::addressId, BitcoinAddressRow::address, ids);
  }

  /** The ids of transactions, by their numbers. */
  public Map<Long, TxHash> hashes(long... txIds) {
    return byKey(
        BitcoinTransactionRow.TABLE,
        BitcoinTransactionRow::txId,
        BitcoinTransactionRow::hash,
        txIds);
  }

  private <R, V> Map<Long, V> byKey(
      Table<R> table, ToLongFunction<R> key, Function<R, V> value, long... keys) {
    Map<Long, V> found = new HashMap<>();
    if (keys.length == 0) {
      return found;
    }
    try (Rows<R> rows = tables.find(table, table.keyOneOf(keys))) {
      rows.forEachRemaining(row -> found.put(key.applyAsLong(row), value.apply(row)));
    }
    for (long one : keys) {
      if (!found.containsKey(one)) {
        throw new DataInvalid(
            "there is no row " + one,
            table.toString(),
            "run ringlight verify, or index again into an empty folder");
      }
    }
    return found;
  }
}
