package org.ringlight.analytics.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.KeyNumbers;
import org.ringlight.analytics.deduce.Sighting;
import org.ringlight.analytics.graph.Incidence;
import org.ringlight.analytics.graph.RingGraph;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Batches;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.RowSink;
import org.ringlight.protocol.KeyImage;

/**
 * The ring graph of tables, and how its numbers are names again. Outputs are numbered: those of the
 * main chain by their dense ids, then those older than a slice, then those of branches and forks;
 * an output's key has the number of the first output with that key.
 */
public final class ChainGraph implements KeyNumbers, AutoCloseable {

  private final Snapshot tables;
  private final ChainOutputs outputs;
  private final OlderOutputs older;
  private final SameKeys same;
  private final List<ForkRings> forks;
  private final List<OutputSource> sources = new ArrayList<>();
  private final boolean whole;
  private final String otherInputs;
  private final Map<KeyImage, Integer> found = new HashMap<>();
  private final List<KeyImage> elsewhere = new ArrayList<>();
  private final List<Sighting> sightings = new ArrayList<>();
  private final RingGraph graph;

  private ChainGraph(
      SqlSession session, Snapshot tables, List<Path> folders, Set<KeyImage> wanted) {
    this.tables = tables;
    this.forks = new ArrayList<>();
    try {
      folders.forEach(folder -> forks.add(ForkRings.open(folder, tables)));
      whole = tables.lowestHeight(BlockRow.TABLE).orElse(0) == 0;
      outputs = ChainOutputs.read(tables, whole);
      older = OlderOutputs.read(tables);
      int base = Math.addExact(outputs.count(), older.count());
      OffChainRings offChain = OffChainRings.read(session.connection(), outputs, base);
      List<OtherRing> others = new ArrayList<>(offChain.rings());
      sources.addAll(List.of(outputs, older, offChain));
      base = Math.addExact(base, offChain.count());
      for (ForkRings fork : forks) {
        others.addAll(fork.rings(outputs, base));
        sources.add(fork);
        base = Math.addExact(base, fork.count());
      }
      same = SameKeys.among(sources);
      otherInputs = inputs(offChain);
      graph = load(others, wanted, base);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Loads the graph of the tables that {@code session} looks at.
   *
   * @param forks data directories of chains that share their first blocks with this one
   * @param wanted key images whose rings {@link #ring} is to know, whichever chain they are on
   * @throws ConfigurationInvalid where there is no chain, or a folder is no fork of it
   */
  public static ChainGraph load(SqlSession session, List<Path> forks, Set<KeyImage> wanted) {
    Snapshot tables =
        session
            .snapshot(Namespace.XMR)
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "there is no chain in the tables",
                        "namespace " + Namespace.XMR.sqlName(),
                        "index one, or see ringlight demo"));
    return new ChainGraph(session, tables, forks, wanted);
  }

  private String inputs(OffChainRings offChain) {
    List<String> words = new ArrayList<>();
    if (!offChain.rings().isEmpty()) {
      words.add(offChain.digest());
    }
    forks.forEach(fork -> words.add(fork.words()));
    return String.join("; ", words);
  }

  private RingGraph load(List<OtherRing> others, Set<KeyImage> wanted, int outputNumbers) {
    Map<KeyImage, List<OtherRing>> byImage = new HashMap<>();
    others.forEach(
        other -> byImage.computeIfAbsent(other.image(), any -> new ArrayList<>()).add(other));
    RingGraph.Builder builder =
        new RingGraph.Builder(Math.toIntExact(tables.count(RingRow.TABLE)))
            .keysBefore(outputs.firstOfHeight());
    boolean named = !byImage.isEmpty() || !wanted.isEmpty();
    List<String> columns = new ArrayList<>(List.of("height", "index_space", "member_ids"));
    if (named) {
      columns.add("key_image");
    }
    if (older.count() > 0) {
      columns.add("members");
    }
    int ring = 0;
    try (Batches batches = tables.batches(RingRow.TABLE, columns.toArray(String[]::new))) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        long[] heights = batch.int64("height");
        long[] spaces = batch.int64("index_space");
        RingMembers members = members(batch);
        for (int row = 0; row < batch.size(); row++) {
          int size = members.read(row);
          builder.ring(
              Math.toIntExact(heights[row]), outputs.spaceOf(spaces[row]), members.keys(), size);
        }
        if (named) {
          byte[] images = batch.bytes32("key_image");
          for (int row = 0; row < batch.size(); row++) {
            KeyImage image = KeyImage.at(images, KeyImage.LENGTH * row);
            if (byImage.containsKey(image) || wanted.contains(image)) {
              found.put(image, ring + row);
            }
          }
        }
        ring += batch.size();
      }
    }
    byImage.forEach((image, rings) -> others(builder, image, rings));
    return builder.build(outputNumbers, outputs.spaces(same));
  }

  private void others(RingGraph.Builder builder, KeyImage image, List<OtherRing> rings) {
    Integer ring = found.get(image);
    if (ring != null) {
      rings.forEach(other -> sightings.add(new Sighting(ring, keys(other), other.fact())));
      return;
    }
    int[] common = null;
    int height = 0;
    for (OtherRing other : rings) {
      if (other.fact().proven()) {
        common = common == null ? keys(other) : common(common, keys(other));
        height = Math.max(height, other.height());
      }
    }
    if (common != null) {
      found.put(image, Math.toIntExact(tables.count(RingRow.TABLE)) + elsewhere.size());
      elsewhere.add(image);
      builder.elsewhere(height, common, common.length);
    }
  }

  private int[] keys(OtherRing other) {
    return Arrays.stream(other.numbers()).map(same::key).sorted().distinct().toArray();
  }

  private static int[] common(int[] one, int[] other) {
    return Arrays.stream(one).filter(key -> Arrays.binarySearch(other, key) >= 0).toArray();
  }

  private RingMembers members(Batch batch) {
    return new RingMembers(
        batch.int64Lists("member_ids"),
        older.count() > 0 ? batch.int64Lists("members") : null,
        batch.int64("index_space"));
  }

  /** The keys of the members of a row's ring, one row after the other in one array. */
  private final class RingMembers {
    private final Batch.LongLists ids;
    private final Batch.@Nullable LongLists indexes;
    private final long[] spaces;
    private int[] keys = new int[16];

    RingMembers(Batch.LongLists ids, Batch.@Nullable LongLists indexes, long[] spaces) {
      this.ids = ids;
      this.indexes = indexes;
      this.spaces = spaces;
    }

    int[] keys() {
      return keys;
    }

    int read(int row) {
      int from = ids.starts()[row];
      int size = ids.starts()[row + 1] - from;
      if (indexes != null) {
        return readNamed(row, indexes);
      }
      room(size);
      for (int i = 0; i < size; i++) {
        keys[i] = same.key(outputs.number(ids.values()[from + i]));
      }
      return size;
    }

    private int readNamed(int row, Batch.LongLists names) {
      int from = names.starts()[row];
      int size = names.starts()[row + 1] - from;
      int firstId = ids.starts()[row];
      boolean resolved = ids.starts()[row + 1] - firstId == size;
      room(size);
      for (int i = 0; i < size; i++) {
        keys[i] =
            of(
                resolved ? ids.values()[firstId + i] : RowSink.ABSENT,
                spaces[row],
                names.values()[from + i]);
      }
      return size;
    }

    private void room(int size) {
      if (keys.length < size) {
        keys = new int[2 * size];
      }
    }
  }

  public RingGraph graph() {
    return graph;
  }

  /** What went in beside the main chain, in words that differ where it does. */
  public String otherInputs() {
    return otherInputs;
  }

  /** Other rings of key images that the main chain has. */
  public List<Sighting> sightings() {
    return sightings;
  }

  /** The ring of a key image that was wanted; {@link Deductions#FREE} where there is none. */
  public int ring(KeyImage image) {
    return found.getOrDefault(image, Deductions.FREE);
  }

  /** Whether the numbers of rings and keys stay what they are when blocks are added. */
  boolean canContinue() {
    return whole && elsewhere.isEmpty();
  }

  /** The key images of rings; reads the tables. */
  List<KeyImage> names(int[] rings) {
    Map<Integer, KeyImage> named = new HashMap<>();
    eachName(
        (ring, image) -> {
          if (Arrays.binarySearch(rings, ring) >= 0) {
            named.put(ring, image);
          }
        });
    return Arrays.stream(rings).mapToObj(named::get).toList();
  }

  /** The one-time keys of some keys, by number. */
  KeyBytes publicKeys(BitSet numbers) {
    return KeyBytes.read(sources, numbers);
  }

  @Override
  public int of(long outputId, long indexSpace, long amountIndex) {
    return same.key(
        outputId >= 0
            ? outputs.number(outputId)
            : outputs.count() + older.place(indexSpace, amountIndex));
  }

  @Override
  public boolean isShared(int key, int height) {
    int second = same.second(key);
    int[] first = outputs.firstOfHeight();
    return second != SameKeys.NONE
        && (height + 1 >= first.length
            ? second < outputs.count() + older.count()
            : second < first[height + 1]);
  }

  /** Sees the rings of the main chain, in chain order. */
  @FunctionalInterface
  interface RingVisitor {

    /**
     * @param ring its number
     * @param amountIndexes in wire order
     * @param keys the number of each one's key
     */
    void ring(int ring, KeyImage image, long indexSpace, long[] amountIndexes, int[] keys);
  }

  /** Shows rings with their names, by reading the tables again. */
  void eachRing(RingVisitor visitor) {
    int ring = 0;
    try (Batches batches =
        tables.batches(RingRow.TABLE, "index_space", "key_image", "members", "member_ids")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        byte[] images = batch.bytes32("key_image");
        long[] spaces = batch.int64("index_space");
        Batch.LongLists indexes = batch.int64Lists("members");
        RingMembers members = members(batch);
        for (int row = 0; row < batch.size(); row++, ring++) {
          int size = members.read(row);
          visitor.ring(
              ring,
              KeyImage.at(images, KeyImage.LENGTH * row),
              spaces[row],
              Arrays.copyOfRange(
                  indexes.values(), indexes.starts()[row], indexes.starts()[row + 1]),
              Arrays.copyOf(members.keys(), size));
        }
      }
    }
  }

  /**
   * Shows the key images that are not on the main chain and are in a set, with those of their keys
   * that outputs of the main chain have and the set took.
   */
  void eachRingElsewhere(Deductions known, RingVisitor visitor) {
    for (int i = 0; i < elsewhere.size(); i++) {
      int ring = graph.chainRings() + i;
      int set = known.setOfRing(ring);
      if (set != Deductions.FREE) {
        Incidence members = graph.byRing();
        int[] keys =
            LongStream.range(members.first(ring), members.end(ring))
                .mapToInt(members::target)
                .filter(key -> known.setOfKey(key) == set && key < outputs.count())
                .toArray();
        if (keys.length > 0) {
          elsewhere(ring, elsewhere.get(i), keys, visitor);
        }
      }
    }
  }

  private void elsewhere(int ring, KeyImage image, int[] keys, RingVisitor visitor) {
    long[] ids = Arrays.stream(keys).mapToLong(key -> outputs.firstId() + key).toArray();
    long[] indexes = new long[keys.length];
    long space = 0;
    try (Rows<OutputRow> rows = tables.find(OutputRow.TABLE, OutputRow.TABLE.keyOneOf(ids))) {
      for (int i = 0; i < keys.length && rows.hasNext(); i++) {
        OutputRow row = rows.next();
        indexes[i] = row.amountIndex();
        space = row.indexSpace();
      }
    }
    visitor.ring(ring, image, space, indexes, keys);
  }

  /** Sees key images, in chain order. */
  interface NameVisitor {
    void name(int ring, KeyImage image);
  }

  /** Shows the key images of all rings, those from elsewhere last. */
  void eachName(NameVisitor visitor) {
    int ring = 0;
    try (Batches batches = tables.batches(RingRow.TABLE, "key_image")) {
      while (batches.hasNext()) {
        byte[] images = batches.next().bytes32("key_image");
        for (int at = 0; at < images.length; at += KeyImage.LENGTH) {
          visitor.name(ring++, KeyImage.at(images, at));
        }
      }
    }
    for (KeyImage image : elsewhere) {
      visitor.name(ring++, image);
    }
  }

  Snapshot tables() {
    return tables;
  }

  @Override
  public void close() {
    forks.forEach(ForkRings::close);
  }
}
