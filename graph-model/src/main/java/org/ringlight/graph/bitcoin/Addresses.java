package org.ringlight.graph.bitcoin;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;

/** Looks addresses up by their dense ids; those that were seen lately are remembered. */
final class Addresses {

  private static final int REMEMBERED = 200_000;

  private final Snapshot tables;
  private final Map<Long, BitcoinAddressRow> lately =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, BitcoinAddressRow> eldest) {
          return size() > REMEMBERED;
        }
      };

  Addresses(Snapshot tables) {
    this.tables = tables;
  }

  /** The addresses that these outputs, created and spent, are locked to. */
  Map<Long, BitcoinAddressRow> of(
      Collection<BitcoinOutputRow> outputs, Collection<BitcoinInputRow> spent) {
    Map<Long, BitcoinAddressRow> found = new HashMap<>();
    TreeSet<Long> missing = new TreeSet<>();
    Stream.concat(
            outputs.stream().map(BitcoinOutputRow::addressId),
            spent.stream().map(BitcoinInputRow::addressId))
        .filter(Objects::nonNull)
        .forEach(
            id -> {
              BitcoinAddressRow known = lately.get(id);
              if (known == null) {
                missing.add(id);
              } else {
                found.put(id, known);
              }
            });
    if (!missing.isEmpty()) {
      long[] ids = missing.stream().mapToLong(Long::longValue).toArray();
      try (Rows<BitcoinAddressRow> rows =
          tables.find(BitcoinAddressRow.TABLE, BitcoinAddressRow.TABLE.keyOneOf(ids))) {
        rows.forEachRemaining(row -> found.put(row.addressId(), row));
      }
      missing.forEach(id -> lately.put(id, named(found, id)));
    }
    return found;
  }

  /** One of those found. */
  static BitcoinAddressRow named(Map<Long, BitcoinAddressRow> found, long id) {
    return Objects.requireNonNull(found.get(id), () -> "no row of address " + id);
  }
}
