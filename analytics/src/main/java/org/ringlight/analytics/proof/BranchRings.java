package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.AltBlockRow;
import org.ringlight.lake.table.AltOutputRow;
import org.ringlight.lake.table.AltRingRow;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.BranchPlace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/**
 * The rings of blocks off the main chain. A node checked those of a block that was on its main
 * chain once; such blocks have a difficulty of their own in the tables. Of a block that never was,
 * a ring holds only if the block is valid.
 */
final class BranchRings {

  private record Place(BlockHash branch, BlockHash block) {}

  private final Snapshot tables;
  private final Names keyNames;
  private final Map<BlockHash, Origin> origins = new HashMap<>();
  private final Map<Place, Boolean> checked = new HashMap<>();
  private final Map<BlockHash, List<OutputRow>> outputs = new HashMap<>();

  private BranchRings(Snapshot tables, Names keyNames) {
    this.tables = tables;
    this.keyNames = keyNames;
  }

  static List<Sighting> read(Snapshot tables, Names keyNames, Predicate<KeyImage> wanted) {
    BranchRings read = new BranchRings(tables, keyNames);
    read.blocks();
    read.outputs();
    return read.rings(wanted);
  }

  private void blocks() {
    try (Rows<AltBlockRow> rows = tables.scan(AltBlockRow.TABLE)) {
      rows.forEachRemaining(
          row -> {
            BranchPlace place = row.place();
            if (place.blockHash().equals(place.branch()) && leavesMain(row)) {
              origins.computeIfAbsent(
                  place.branch(), branch -> new Origin(place.height(), false, () -> own(branch)));
            }
            if (place.whole()) {
              boolean byNode = row.block().difficulty() != BranchPlace.NOT_KNOWN;
              checked.merge(
                  new Place(place.branch(), place.blockHash()), byNode, Boolean::logicalOr);
            }
          });
    }
  }

  private boolean leavesMain(AltBlockRow row) {
    long before = row.place().height() - 1;
    try (Rows<BlockRow> rows = tables.scan(BlockRow.TABLE, before, before)) {
      return rows.hasNext() && rows.next().hash().equals(row.block().previousHash());
    }
  }

  private void outputs() {
    if (origins.isEmpty()) {
      return;
    }
    try (Rows<AltOutputRow> rows = tables.scan(AltOutputRow.TABLE)) {
      rows.forEachRemaining(
          row -> {
            if (row.place().whole() && row.output().amountIndex() != BranchPlace.NOT_KNOWN) {
              outputs
                  .computeIfAbsent(row.place().branch(), any -> new ArrayList<>())
                  .add(row.output());
            }
          });
    }
  }

  /** A branch's outputs; a name that it gives to outputs of two keys is none. */
  private Outputs own(BlockHash branch) {
    Map<OutputName, OutputRow> named = new HashMap<>();
    Set<OutputName> twofold = new HashSet<>();
    for (OutputRow row : outputs.getOrDefault(branch, List.of())) {
      OutputName name = new OutputName(row.indexSpace(), row.amountIndex());
      OutputRow before = named.putIfAbsent(name, row);
      if (before != null && !before.publicKey().equals(row.publicKey())) {
        twofold.add(name);
      }
    }
    named.keySet().removeAll(twofold);
    Outputs own = new Outputs(keyNames);
    named.forEach(
        (name, row) ->
            own.add(
                name.indexSpace(), name.amountIndex(), row.height(), row.publicKey().toBytes(), 0));
    return own;
  }

  private List<Sighting> rings(Predicate<KeyImage> wanted) {
    List<Sighting> found = new ArrayList<>();
    if (origins.isEmpty()) {
      return found;
    }
    try (Rows<AltRingRow> rows = tables.scan(AltRingRow.TABLE)) {
      rows.forEachRemaining(
          row -> {
            BranchPlace place = row.place();
            Origin origin = origins.get(place.branch());
            Boolean byNode = checked.get(new Place(place.branch(), place.blockHash()));
            if (place.whole()
                && origin != null
                && byNode != null
                && wanted.test(row.ring().keyImage())) {
              found.add(sighting(row, origin, byNode));
            }
          });
    }
    return found;
  }

  private static Sighting sighting(AltRingRow row, Origin origin, boolean byNode) {
    String block = row.place().blockHash().toString();
    return new Sighting(
        row.ring().keyImage(),
        row.ring().indexSpace(),
        row.ring().members(),
        origin,
        (byNode ? "a ring of orphaned block " : "a ring of alternative block ")
            + block
            + " at height "
            + row.place().height(),
        byNode ? null : "alternative block " + block + " is valid",
        Math.max(0, origin.split() - 1));
  }
}
