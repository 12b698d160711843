package org.ringlight.analytics.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Batches;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/**
 * The rings of a chain that shares its first blocks with this one, from the tables of its own. A
 * node checked them all.
 */
final class ForkRings implements AutoCloseable {

  private final Lake lake;
  private final Snapshot tables;
  private final Path folder;
  private final long split;

  private ForkRings(Lake lake, Snapshot tables, Path folder, long split) {
    this.lake = lake;
    this.tables = tables;
    this.folder = folder;
    this.split = split;
  }

  /**
   * Opens the tables of a fork.
   *
   * @throws ConfigurationInvalid where they are not of a fork of {@code main}
   */
  static ForkRings open(Path folder, Snapshot main) {
    Lake lake = Lake.openExisting(folder);
    try {
      Snapshot tables =
          lake.current(Namespace.XMR)
              .orElseThrow(
                  () ->
                      new ConfigurationInvalid(
                          "there is no chain in the fork's tables",
                          folder.toString(),
                          "index it first"));
      return new ForkRings(lake, tables, folder, split(main, tables, folder));
    } catch (RuntimeException e) {
      lake.close();
      throw e;
    }
  }

  /** The lowest height at which the chains differ. Blocks name what is before them. */
  private static long split(Snapshot main, Snapshot fork, Path folder) {
    if (!isSame(main, fork, 0)) {
      throw new ConfigurationInvalid(
          "this is no fork of the chain: they do not share their first block",
          folder.toString(),
          "give the data directory of a fork that was indexed from height 0, as this one was");
    }
    long common = 0;
    long differs = Math.min(main.tip().height(), fork.tip().height()) + 1;
    while (differs - common > 1) {
      long middle = common + (differs - common) / 2;
      if (isSame(main, fork, middle)) {
        common = middle;
      } else {
        differs = middle;
      }
    }
    return differs;
  }

  private static boolean isSame(Snapshot main, Snapshot fork, long height) {
    List<BlockHash> hashes = new ArrayList<>();
    for (Snapshot one : List.of(main, fork)) {
      try (Rows<BlockRow> rows = one.scan(BlockRow.TABLE, height, height)) {
        rows.forEachRemaining(row -> hashes.add(row.hash()));
      }
    }
    return hashes.size() == 2 && hashes.get(0).equals(hashes.get(1));
  }

  /** Its rings from the split on. */
  List<Sighting> read(Names keyNames, Predicate<KeyImage> wanted) {
    Origin origin = new Origin(split, false, () -> own(keyNames));
    List<Sighting> found = new ArrayList<>();
    try (Batches batches =
        tables.batches(
            RingRow.TABLE,
            List.of(RingRow.TABLE.cutBetween(split, Long.MAX_VALUE)),
            "height",
            "index_space",
            "key_image",
            "members")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        byte[] images = batch.bytes32("key_image");
        for (int row = 0; row < batch.size(); row++) {
          KeyImage image = KeyImage.at(images, KeyImage.LENGTH * row);
          if (wanted.test(image)) {
            found.add(sighting(batch, row, image, origin));
          }
        }
      }
    }
    return found;
  }

  private Sighting sighting(Batch batch, int row, KeyImage image, Origin origin) {
    Batch.LongLists members = batch.int64Lists("members");
    return new Sighting(
        image,
        batch.int64("index_space")[row],
        Arrays.copyOfRange(members.values(), members.starts()[row], members.starts()[row + 1]),
        origin,
        "a ring of fork " + folder + " at height " + batch.int64("height")[row],
        null,
        split - 1);
  }

  private Outputs own(Names keyNames) {
    Outputs own = new Outputs(keyNames);
    try (Batches batches =
        tables.batches(
            OutputRow.TABLE,
            List.of(OutputRow.TABLE.cutBetween(split, Long.MAX_VALUE)),
            "height",
            "index_space",
            "amount_index",
            "public_key")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        long[] spaces = batch.int64("index_space");
        long[] indexes = batch.int64("amount_index");
        long[] heights = batch.int64("height");
        byte[] keys = batch.bytes32("public_key");
        for (int row = 0; row < batch.size(); row++) {
          own.add(spaces[row], indexes[row], heights[row], keys, PublicKey.LENGTH * row);
        }
      }
    }
    return own;
  }

  @Override
  public void close() {
    tables.close();
    lake.close();
  }
}
