package org.ringlight.rpc.bitcoin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;

/**
 * The {@code blk*.dat} files in which Bitcoin Core keeps blocks as they came. All headers are read
 * first; the chain with the most work is what this gives. A node may write on meanwhile: each
 * {@link #tipHeight} looks for what it added. Safe for use by several threads.
 */
public final class BlockFiles implements BitcoinBlocks {

  private static final Pattern NAME = Pattern.compile("blk(\\d{5,9})\\.dat");

  /** A node writes to the last file, and for a while to a second one (after a snapshot). */
  private static final int STILL_WRITTEN = 3;

  private static final String WHAT_TO_GIVE =
      "give the folder \"blocks\" of a Bitcoin node's data, with its xor.dat where it has one";

  private final Path folder;
  private final BitcoinNetwork network;
  private final XorKey key;
  private final List<BlockFile> files = new ArrayList<>();
  private final BlockPlaces places;

  private BlockFiles(Path folder, BitcoinNetwork network, XorKey key) {
    this.folder = folder;
    this.network = network;
    this.key = key;
    this.places = new BlockPlaces(network.genesisHash());
  }

  /**
   * Reads the headers of all blocks in a folder: the folder {@code blocks} of a node's data. The
   * network is the one that the first file begins with.
   *
   * @throws ConfigurationInvalid where there are no such files, or not from the first block on
   */
  public static BlockFiles open(Path folder) {
    try {
      XorKey key = XorKey.of(folder);
      BitcoinNetwork network = network(folder, key);
      BlockFiles all = new BlockFiles(folder, network, key);
      all.look();
      if (all.places.tipHeight() < 0) {
        throw new ConfigurationInvalid(
            "the first block of " + network.word() + " is in none of the files",
            folder.toString(),
            "use the files of a node that has pruned nothing, with the xor.dat that it wrote them"
                + " with");
      }
      return all;
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static BitcoinNetwork network(Path folder, XorKey key) throws IOException {
    Path first = folder.resolve("blk00000.dat");
    byte[] magic = new byte[4];
    try (InputStream in = Files.newInputStream(first)) {
      if (in.readNBytes(magic, 0, magic.length) < magic.length) {
        throw new ConfigurationInvalid("an empty file", first.toString(), WHAT_TO_GIVE);
      }
    } catch (NoSuchFileException e) {
      throw new ConfigurationInvalid("no blk00000.dat there", folder.toString(), WHAT_TO_GIVE, e);
    }
    key.apply(magic, magic.length, 0);
    return BitcoinNetwork.withMagic(Integer.toUnsignedLong(ByteBuffer.wrap(magic).getInt()))
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "the file begins with "
                        + HexFormat.of().formatHex(magic)
                        + ", no network's bytes",
                    first.toString(),
                    WHAT_TO_GIVE));
  }

  /** Reads what was written since the last look: to the last files, and to files after them. */
  private synchronized void look() throws IOException {
    int known = files.isEmpty() ? -1 : files.get(files.size() - 1).number();
    int found = 0;
    for (BlockFile file : files.subList(Math.max(0, files.size() - STILL_WRITTEN), files.size())) {
      found += file.scan(places);
    }
    try (Stream<Path> names = Files.list(folder)) {
      List<BlockFile> more =
          names
              .map(this::file)
              .filter(file -> file != null && file.number() > known)
              .sorted(Comparator.comparingInt(BlockFile::number))
              .toList();
      for (BlockFile file : more) {
        found += file.scan(places);
        files.add(file);
      }
    }
    if (found > 0) {
      places.connect();
    }
  }

  private @Nullable BlockFile file(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    return name.matches()
        ? new BlockFile(path, Integer.parseInt(name.group(1)), key, network)
        : null;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public BitcoinNetwork network() {
    return network;
  }

  @Override
  public synchronized long tipHeight() {
    try {
      look();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    return places.tipHeight();
  }

  @Override
  public synchronized Optional<BlockHash> hashIfAny(long height) {
    return height < 0 || height > places.tipHeight()
        ? Optional.empty()
        : Optional.of(places.hash(places.at((int) height)));
  }

  /** How many blocks the files hold, those beside the best chain too. */
  public synchronized int blocksFound() {
    return places.count();
  }

  /** How many of them have no way to the first one, because a block between is in none. */
  public synchronized int blocksUnconnected() {
    return places.unconnected();
  }

  /** A block and where it stands. */
  private record Place(long height, BlockHash hash, BlockFile file, long offset, int size) {}

  @Override
  public List<RawBitcoinBlock> blocks(long from, long to, long maxBytes) {
    List<RawBitcoinBlock> blocks = new ArrayList<>();
    @Nullable BlockFile open = null;
    @Nullable FileChannel channel = null;
    try {
      for (Place place : places(from, to, maxBytes)) {
        if (channel == null || place.file() != open) {
          close(channel);
          open = place.file();
          channel = FileChannel.open(open.path(), StandardOpenOption.READ);
        }
        blocks.add(
            new RawBitcoinBlock(
                place.height(), place.hash(), open.read(channel, place.offset(), place.size())));
      }
      return blocks;
    } catch (IOException e) {
      throw unreadable(open == null ? folder : open.path(), e);
    } finally {
      close(channel);
    }
  }

  private synchronized List<Place> places(long from, long to, long maxBytes) {
    if (from < 0) {
      throw new IllegalArgumentException("blocks from " + from);
    }
    List<Place> found = new ArrayList<>();
    long room = maxBytes;
    for (long height = from; height <= Math.min(to, places.tipHeight()); height++) {
      int block = places.at((int) height);
      room -= places.size(block);
      if (room < 0 && !found.isEmpty()) {
        break;
      }
      found.add(
          new Place(
              height,
              places.hash(block),
              file(places.file(block)),
              places.offset(block),
              places.size(block)));
    }
    return found;
  }

  /** The file of this number; the numbers have no gaps but where files were removed. */
  private BlockFile file(int number) {
    int at = Math.min(number, files.size() - 1);
    while (files.get(at).number() > number) {
      at--;
    }
    return files.get(at);
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new IllegalStateException("closing a file that was only read", e);
      }
    }
  }

  private static StoreUnavailable unreadable(Path path, IOException e) {
    return new StoreUnavailable(
        "the block files cannot be read: " + e.getMessage(),
        path.toString(),
        "check that the folder is there and may be read",
        e);
  }

  @Override
  public void close() {
    // files are open only while they are read
  }
}
