package org.ringlight.analytics.analysis;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ringlight.analytics.graph.Spaces;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Batches;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.protocol.PublicKey;

/** The outputs of the main chain: output {@code n} of the tables is number {@code n}. */
final class ChainOutputs implements OutputSource {

  private final Snapshot tables;
  private final int count;
  private final long firstId;
  private final int[] spaceOf;
  private final int[] firstOfHeight;
  private final LongIntHashMap spaces = new LongIntHashMap();

  private ChainOutputs(Snapshot tables, boolean fromGenesis) {
    this.tables = tables;
    this.count = Math.toIntExact(tables.count(OutputRow.TABLE));
    this.firstOfHeight = new int[Math.toIntExact(tables.tip().height() + 2)];
    this.spaceOf = new int[fromGenesis ? count : 0];
    long first = 0;
    int number = 0;
    int height = 0;
    try (Batches batches = tables.batches(OutputRow.TABLE, "output_id", "height", "index_space")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        long[] ids = batch.int64("output_id");
        long[] heights = batch.int64("height");
        long[] indexSpaces = batch.int64("index_space");
        first = number == 0 && ids.length > 0 ? ids[0] : first;
        for (int i = 0; i < ids.length; i++, number++) {
          if (ids[i] != first + number) {
            throw damaged("output_id " + ids[i] + " in the place of " + (first + number));
          }
          while (height <= heights[i]) {
            firstOfHeight[height++] = number;
          }
          if (fromGenesis) {
            spaceOf[number] = space(indexSpaces[i]);
          }
        }
      }
    }
    Arrays.fill(firstOfHeight, height, firstOfHeight.length, number);
    firstId = first;
  }

  /**
   * Reads them.
   *
   * @param fromGenesis whether the tables hold the whole chain, so that an amount can be counted
   */
  static ChainOutputs read(Snapshot tables, boolean fromGenesis) {
    return new ChainOutputs(tables, fromGenesis);
  }

  private static DataInvalid damaged(String what) {
    return new DataInvalid(
        what, "xmr.outputs", "run ringlight verify, or index again into an empty folder");
  }

  private int space(long indexSpace) {
    if (indexSpace == 0) {
      return Spaces.NONE;
    }
    int place = spaces.indexOf(indexSpace);
    if (spaces.indexExists(place)) {
      return spaces.indexGet(place);
    }
    int next = spaces.size();
    spaces.indexInsert(place, indexSpace, next);
    return next;
  }

  /** The number of a cleartext amount, or {@link Spaces#NONE}. */
  int spaceOf(long indexSpace) {
    return indexSpace == 0 ? Spaces.NONE : spaces.getOrDefault(indexSpace, Spaces.NONE);
  }

  /** The number of an output by its dense id. */
  int number(long outputId) {
    long number = outputId - firstId;
    if (number < 0 || number >= count) {
      throw damaged("a ring names output_id " + outputId + ", which is not there");
    }
    return (int) number;
  }

  long firstId() {
    return firstId;
  }

  /** The first number of each height, and after the tip's how many there are. */
  int[] firstOfHeight() {
    return firstOfHeight;
  }

  /** The amounts with what each has, a key that comes twice in one counted once. */
  Spaces spaces(SameKeys same) {
    if (spaces.isEmpty()) {
      return Spaces.EMPTY;
    }
    BitSet repeats = same.repeats();
    Map<Integer, Set<Integer>> seen = new HashMap<>();
    for (int number = repeats.nextSetBit(0);
        number >= 0 && number < count;
        number = repeats.nextSetBit(number + 1)) {
      int key = same.key(number);
      Set<Integer> of = seen.computeIfAbsent(key, any -> new HashSet<>(Set.of(spaceOf[key])));
      if (!of.add(spaceOf[number])) {
        spaceOf[number] = Spaces.NONE;
      }
    }
    return Spaces.of(spaceOf, spaces.size());
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void eachKey(KeyVisitor visitor) {
    try (Batches batches = tables.batches(OutputRow.TABLE, "public_key")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        byte[] keys = batch.bytes32("public_key");
        for (int at = 0; at < keys.length; at += PublicKey.LENGTH) {
          visitor.key(keys, at);
        }
      }
    }
  }
}
