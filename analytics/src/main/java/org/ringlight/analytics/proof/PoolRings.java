package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.AltBlockRow;
import org.ringlight.lake.table.PoolFate;
import org.ringlight.lake.table.PoolRingRow;
import org.ringlight.lake.table.PoolTransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;

/**
 * The rings of transactions that waited in a node's pool, which checked them, and lost to another
 * of one of their key images. What their members mean is certain only below every split seen since.
 */
final class PoolRings {

  private record Stay(TxHash transaction, long height) {}

  private record Split(long height, long seenAt) {}

  private PoolRings() {}

  static List<Sighting> read(Snapshot tables, Names keyNames, Predicate<KeyImage> wanted) {
    Map<Stay, Long> certainBelow = stays(tables);
    List<Sighting> found = new ArrayList<>();
    if (certainBelow.isEmpty()) {
      return found;
    }
    try (Rows<PoolRingRow> rows = tables.scan(PoolRingRow.TABLE)) {
      rows.forEachRemaining(
          row -> {
            Long below = certainBelow.get(new Stay(row.txHash(), row.height()));
            if (below != null && wanted.test(row.keyImage())) {
              found.add(
                  new Sighting(
                      row.keyImage(),
                      row.indexSpace(),
                      row.members(),
                      new Origin(below, true, () -> new Outputs(keyNames)),
                      "a ring of transaction " + row.txHash() + " seen in the pool",
                      null,
                      row.height()));
            }
          });
    }
    return found;
  }

  private static Map<Stay, Long> stays(Snapshot tables) {
    List<Split> splits = splits(tables);
    Map<Stay, Long> lost = new HashMap<>();
    try (Rows<PoolTransactionRow> rows = tables.scan(PoolTransactionRow.TABLE)) {
      rows.forEachRemaining(
          row -> {
            if (row.fate() == PoolFate.CONFLICTED) {
              long below =
                  splits.stream()
                      .filter(split -> split.seenAt() >= row.firstSeen())
                      .mapToLong(Split::height)
                      .min()
                      .orElse(Long.MAX_VALUE);
              lost.merge(new Stay(row.hash(), row.height()), below, Math::min);
            }
          });
    }
    return lost;
  }

  private static List<Split> splits(Snapshot tables) {
    Map<BlockHash, Split> splits = new HashMap<>();
    try (Rows<AltBlockRow> rows = tables.scan(AltBlockRow.TABLE)) {
      rows.forEachRemaining(
          row ->
              splits.merge(
                  row.place().branch(),
                  new Split(row.place().height(), row.place().seenAt()),
                  (one, other) ->
                      new Split(
                          Math.min(one.height(), other.height()),
                          Math.min(one.seenAt(), other.seenAt()))));
    }
    return List.copyOf(splits.values());
  }
}
