package org.ringlight.indexer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.AltBlockRow;
import org.ringlight.lake.table.BranchPlace;
import org.ringlight.protocol.BlockHash;

/** Which blocks the tables of branches hold: read once, then kept up. */
final class KeptBlocks {

  /** Whether it is kept whole. */
  private final Map<BlockHash, Boolean> kept = new HashMap<>();

  KeptBlocks(Optional<Snapshot> stored) {
    if (stored.isPresent()) {
      try (Rows<AltBlockRow> rows = stored.get().scan(AltBlockRow.TABLE)) {
        rows.forEachRemaining(row -> add(List.of(row.place())));
      }
    }
  }

  /** What a commit has added. */
  void add(List<BranchPlace> places) {
    places.forEach(place -> kept.merge(place.blockHash(), place.whole(), Boolean::logicalOr));
  }

  /** Whether the block is not there, or is there in part and could now be whole. */
  boolean lacks(BranchPlace place) {
    Boolean whole = kept.get(place.blockHash());
    return whole == null || (place.whole() && !whole);
  }

  boolean holdsWhole(BlockHash hash) {
    return kept.getOrDefault(hash, false);
  }
}
