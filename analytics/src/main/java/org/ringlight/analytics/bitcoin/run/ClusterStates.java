package org.ringlight.analytics.bitcoin.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.ringlight.analytics.bitcoin.cluster.Clusters;
import org.ringlight.analytics.bitcoin.read.LakeCoins;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Lake;
import org.ringlight.protocol.BlockHash;

/**
 * What clusters were at the tips of earlier runs, beside the tables: where the next run reads on. A
 * join cannot be undone, since paths forget which transaction joined what; so after a
 * reorganisation a run goes back to a state from before the fork, and with none, to the first
 * block. Read on from there, the clusters are number for number those of a run over all.
 *
 * <p>Nothing is lost with it: a file that is missing, damaged or of something else is not used. 4
 * bytes an address and state; {@value #MOST} are kept.
 */
final class ClusterStates {

  private static final long MAGIC = 0x52494e47434c5553L;
  private static final int MOST = 2;
  private static final String PREFIX = "btc-clusters-";
  private static final int BUFFER = 1 << 16;

  private final Path folder;

  ClusterStates(Lake lake) {
    this.folder = lake.folder().resolve("cache");
  }

  /**
   * Clusters of all blocks up to a height.
   *
   * @param height -1 for none
   */
  record State(long height, Clusters clusters) {}

  /**
   * The newest state that may be gone on from; that of no block where there is none.
   *
   * @param what with which guards and labels it must have been made
   * @param most the height above which none is of use
   */
  State newest(LakeCoins chain, String what, long most) {
    for (Path file : files()) {
      Optional<State> state = height(file) <= most ? read(file, chain, what) : Optional.empty();
      if (state.isPresent()) {
        return state.get();
      }
    }
    return new State(-1, Clusters.ofSingles(0));
  }

  /** Newest first. */
  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().matches(PREFIX + "\\d{1,18}"))
          .sorted(Comparator.comparing(ClusterStates::height).reversed())
          .toList();
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private static long height(Path file) {
    return Long.parseLong(file.getFileName().toString().substring(PREFIX.length()));
  }

  private static Optional<State> read(Path file, LakeCoins chain, String what) {
    CRC32 sum = new CRC32();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), BUFFER), sum))) {
      return read(in, sum, chain, what, Files.size(file));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return Optional.empty(); // it is worked out anew
    }
  }

  private static Optional<State> read(
      DataInputStream in, CRC32 sum, LakeCoins chain, String what, long bytes) throws IOException {
    if (in.readLong() != MAGIC || !in.readUTF().equals(what)) {
      return Optional.empty();
    }
    long height = in.readLong();
    if (!chain.holds(height, BlockHash.of(in.readNBytes(BlockHash.LENGTH)))) {
      return Optional.empty();
    }
    int addresses = in.readInt();
    if (addresses < 0 || (long) addresses * Integer.BYTES > bytes) {
      return Optional.empty();
    }
    Clusters clusters =
        Clusters.continuing(
            addresses,
            () -> {
              try {
                return in.readInt();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    long seen = sum.getValue();
    return in.readLong() == seen ? Optional.of(new State(height, clusters)) : Optional.empty();
  }

  /** Keeps {@code clusters}, which are settled, as those of all blocks up to a tip. */
  void keep(LakeCoins chain, String what, Clusters clusters) {
    Path file = folder.resolve(PREFIX + chain.tip().height());
    Path part = folder.resolve(PREFIX + chain.tip().height() + ".part");
    CRC32 sum = new CRC32();
    try {
      Files.createDirectories(folder);
      try (DataOutputStream out =
          new DataOutputStream(
              new CheckedOutputStream(
                  new BufferedOutputStream(Files.newOutputStream(part), BUFFER), sum))) {
        out.writeLong(MAGIC);
        out.writeUTF(what);
        out.writeLong(chain.tip().height());
        out.write(chain.tip().hash().toBytes());
        out.writeInt(clusters.size());
        for (int address = 0; address < clusters.size(); address++) {
          out.writeInt(clusters.find(address));
        }
        out.writeLong(sum.getValue());
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forgetOlder(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Those above are of branches that are gone. */
  private void forgetOlder(Path newest) throws IOException {
    int kept = 0;
    for (Path file : files()) {
      if (height(file) > height(newest) || kept == MOST) {
        Files.delete(file);
      } else {
        kept++;
      }
    }
  }

  private static StoreUnavailable failed(Path where, IOException e) {
    return new StoreUnavailable(
        "the clusters cannot be kept for the next run: " + e.getMessage(),
        where.toString(),
        "make room on the disk, or look at the rights of the folder",
        e);
  }
}
