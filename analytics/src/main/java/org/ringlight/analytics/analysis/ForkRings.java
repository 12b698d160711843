package org.ringlight.analytics.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringlight.analytics.deduce.Fact;
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
import org.ringlight.lake.table.Selection;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/**
 * The rings of another chain that shares its first blocks with this one: after the split both spend
 * the same outputs, each with the same key image on both. Read from tables of its own.
 */
final class ForkRings implements OutputSource, AutoCloseable {

  private final Lake lake;
  private final Snapshot tables;
  private final String place;
  private final long split;
  private final int count;

  private ForkRings(Lake lake, Snapshot tables, String place, long split) {
    this.lake = lake;
    this.tables = tables;
    this.place = place;
    this.split = split;
    int outputs = 0;
    try (Batches batches = tables.batches(OutputRow.TABLE, List.of(above()), "height")) {
      while (batches.hasNext()) {
        outputs = Math.addExact(outputs, batches.next().size());
      }
    }
    this.count = outputs;
  }

  /**
   * Opens the tables of a fork.
   *
   * @throws ConfigurationInvalid where they are of a chain that shares no block with {@code main}
   */
  static ForkRings open(Path folder, Snapshot main) {
    Lake lake = Lake.openExisting(folder);
    try {
      Optional<Snapshot> tables = lake.current(Namespace.XMR);
      if (tables.isEmpty()) {
        throw new ConfigurationInvalid(
            "there is no chain in the fork's tables", folder.toString(), "index it first");
      }
      return new ForkRings(
          lake, tables.get(), folder.toString(), split(main, tables.get(), folder.toString()));
    } catch (RuntimeException e) {
      lake.close();
      throw e;
    }
  }

  /** The first height at which the chains differ. */
  private static long split(Snapshot main, Snapshot fork, String place) {
    if (main.lowestHeight(BlockRow.TABLE).orElse(0) != 0
        || fork.lowestHeight(BlockRow.TABLE).orElse(0) != 0
        || !hash(main, 0).equals(hash(fork, 0))) {
      throw new ConfigurationInvalid(
          "this is no fork of the chain: they do not share their first block",
          place,
          "give the data directory of a fork that was indexed from height 0, as this one was");
    }
    long same = 0;
    long other = Math.min(main.tip().height(), fork.tip().height()) + 1;
    while (other - same > 1) {
      long middle = (same + other) >>> 1;
      if (hash(main, middle).equals(hash(fork, middle))) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return other;
  }

  private static BlockHash hash(Snapshot tables, long height) {
    try (Rows<BlockRow> rows = tables.scan(BlockRow.TABLE, height, height)) {
      return rows.next().hash();
    }
  }

  /** What an analysis says went into it. */
  String words() {
    return "fork " + place + " to " + tables.tip().hash();
  }

  private Selection<OutputRow> above() {
    return OutputRow.TABLE.cutBetween(split, Long.MAX_VALUE);
  }

  /**
   * Its rings from the split on.
   *
   * @param base the number of its first output from the split on
   */
  List<OtherRing> rings(ChainOutputs chain, int base) {
    int shared = chain.firstOfHeight()[Math.toIntExact(split)];
    long firstId = chain.firstId();
    List<OtherRing> rings = new ArrayList<>();
    try (Batches batches =
        tables.batches(
            RingRow.TABLE,
            List.of(RingRow.TABLE.cutBetween(split, Long.MAX_VALUE)),
            "height",
            "key_image",
            "member_ids")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        long[] heights = batch.int64("height");
        byte[] images = batch.bytes32("key_image");
        Batch.LongLists ids = batch.int64Lists("member_ids");
        for (int row = 0; row < batch.size(); row++) {
          int[] numbers = new int[ids.starts()[row + 1] - ids.starts()[row]];
          for (int i = 0; i < numbers.length; i++) {
            int number = Math.toIntExact(ids.values()[ids.starts()[row] + i] - firstId);
            numbers[i] = number < shared ? number : base + number - shared;
          }
          rings.add(
              new OtherRing(
                  KeyImage.at(images, KeyImage.LENGTH * row),
                  numbers,
                  new Fact(
                      Fact.Source.OTHER_RING,
                      "a ring of fork " + place + " at height " + heights[row],
                      null),
                  Math.toIntExact(split - 1)));
        }
      }
    }
    return rings;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void eachKey(KeyVisitor visitor) {
    try (Batches batches = tables.batches(OutputRow.TABLE, List.of(above()), "public_key")) {
      while (batches.hasNext()) {
        byte[] keys = batches.next().bytes32("public_key");
        for (int at = 0; at < keys.length; at += PublicKey.LENGTH) {
          visitor.key(keys, at);
        }
      }
    }
  }

  @Override
  public void close() {
    tables.close();
    lake.close();
  }
}
