package org.ringlight.analytics.analysis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Lake;
import org.ringlight.protocol.BlockHash;

/**
 * The closed sets that an analysis found, kept beside the tables so that the next one begins where
 * it ended: by dense numbers, which hold as long as the blocks they belong to do. Nothing is lost
 * with it: where it is missing, damaged or of something else, all is worked out anew. 13 bytes a
 * set and 8 a ring of it.
 */
final class KnownSets {

  private static final long MAGIC = 0x52494e474c534555L;
  private static final int MOST_HASHES = 1_000;
  private static final int BYTES_A_SET = 13;
  private static final int BYTES_A_RING = 8;

  private final String runId;
  private final String what;
  private final int height;
  private final List<BlockHash> newest;
  private final int rings;
  private final int[] sizes;
  private final byte[] rules;
  private final int[] heights;
  private final int[] depths;
  private final int[] members;
  private final int[] keys;

  private KnownSets(DataInputStream in, long bytes) throws IOException {
    if (in.readLong() != MAGIC) {
      throw new IOException("not such a file");
    }
    runId = in.readUTF();
    what = in.readUTF();
    height = in.readInt();
    newest = new ArrayList<>();
    for (int i = bounded(in.readInt(), MOST_HASHES); i > 0; i--) {
      newest.add(BlockHash.of(in.readNBytes(BlockHash.LENGTH)));
    }
    rings = in.readInt();
    int count = in.readInt();
    int total = in.readInt();
    bounded(rings, Integer.MAX_VALUE);
    bounded(count, Math.min(rings, bytes / BYTES_A_SET));
    bounded(total, Math.min(rings, bytes / BYTES_A_RING));
    sizes = ints(in, count);
    rules = in.readNBytes(count);
    heights = ints(in, count);
    depths = ints(in, count);
    members = ints(in, total);
    keys = ints(in, total);
  }

  private static int bounded(int value, long most) throws IOException {
    if (value < 0 || value > most) {
      throw new IOException("damaged");
    }
    return value;
  }

  private static int[] ints(DataInputStream in, int count) throws IOException {
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  /**
   * Reads what is there.
   *
   * @param runId the run that wrote the findings there are: any other's sets are not theirs
   * @param what which rules and inputs it must be of
   */
  static Optional<KnownSets> read(Path file, String runId, String what) {
    CRC32 sum = new CRC32();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), sum))) {
      KnownSets read = new KnownSets(in, Files.size(file));
      long seen = sum.getValue();
      return in.readLong() == seen && read.runId.equals(runId) && read.what.equals(what)
          ? Optional.of(read)
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // it is worked out anew
    }
  }

  /**
   * Writes the sets of {@code known}, all of them proven.
   *
   * @param newest hashes of the last blocks, the tip's first, at most {@value #MOST_HASHES}
   */
  static void write(
      Path file, String runId, String what, int height, List<BlockHash> newest, Deductions known) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    CRC32 sum = new CRC32();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (DataOutputStream out =
          new DataOutputStream(
              new CheckedOutputStream(
                  new BufferedOutputStream(Files.newOutputStream(part), 1 << 16), sum))) {
        new Writing(out, known).write(runId, what, height, newest);
        out.flush();
        out.writeLong(sum.getValue());
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "what was found cannot be kept for the next run: " + e.getMessage(),
          file.toString(),
          "make room on the disk, or look at the rights of the folder",
          e);
    }
  }

  /** Where a data directory keeps them. */
  static Path file(Lake lake) {
    return lake.folder().resolve("cache").resolve("known-sets");
  }

  private record Writing(DataOutputStream out, Deductions known) {

    void write(String runId, String what, int height, List<BlockHash> newest) throws IOException {
      out.writeLong(MAGIC);
      out.writeUTF(runId);
      out.writeUTF(what);
      out.writeInt(height);
      out.writeInt(Math.min(newest.size(), MOST_HASHES));
      for (BlockHash hash : newest.subList(0, Math.min(newest.size(), MOST_HASHES))) {
        out.write(hash.toBytes());
      }
      out.writeInt(known.graph().rings());
      int sets = known.sets();
      out.writeInt(sets);
      out.writeInt(known.ringsInSets());
      for (int set = 0; set < sets; set++) {
        out.writeInt(known.size(set));
      }
      for (int set = 0; set < sets; set++) {
        out.writeByte(known.rule(set).code());
      }
      for (int set = 0; set < sets; set++) {
        out.writeInt(known.height(set));
      }
      for (int set = 0; set < sets; set++) {
        out.writeInt(known.depth(set));
      }
      for (int set = 0; set < sets; set++) {
        for (int i = 0; i < known.size(set); i++) {
          out.writeInt(known.ring(set, i));
        }
      }
      for (int set = 0; set < sets; set++) {
        for (int key : known.keysOf(set)) {
          out.writeInt(key);
        }
      }
    }
  }

  /** The hashes of the last blocks it is of, the tip's first. */
  List<BlockHash> newest() {
    return newest;
  }

  int height() {
    return height;
  }

  /**
   * Gives back those that rest on nothing above {@code upTo}.
   *
   * @param firstRing the first ring above that height
   */
  void restore(Deductions known, int upTo, int firstRing) {
    int from = 0;
    for (int set = 0; set < sizes.length; set++) {
      int to = from + sizes[set];
      if (heights[set] <= upTo) {
        known.restore(
            Arrays.copyOfRange(members, from, to),
            Arrays.copyOfRange(keys, from, to),
            Rule.of(rules[set]),
            heights[set],
            depths[set]);
      }
      from = to;
    }
    known.settle(firstRing);
  }
}
