package org.ringlight.rpc.bitcoin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.protocol.bitcoin.DoubleSha256;
import org.ringlight.protocol.bitcoin.Target;
import org.ringlight.rpc.bitcoinj.BitcoinDecoder;

/**
 * One {@code blk*.dat}: blocks one after the other, each behind the network's four bytes and its
 * length. Space that a node has reserved and not yet written holds zeros; after a crash a file may
 * hold such a hole, or half a block, in its midst: what is no block is gone over until the
 * network's bytes come again. Source: Bitcoin Core v28.0 {@code src/node/blockstorage.cpp} ({@code
 * SaveBlockToDisk}), {@code src/validation.cpp} ({@code LoadExternalBlockFile}).
 */
final class BlockFile {

  /** The network's bytes and the length. */
  private static final int FRAME = 8;

  private static final int HEADER = 80;
  private static final int LONGEST = 4_000_000;
  private static final int WINDOW = 1 << 16;

  private final Path path;
  private final int number;
  private final XorKey key;
  private final BitcoinNetwork network;

  /** All before is read. */
  private long end;

  BlockFile(Path path, int number, XorKey key, BitcoinNetwork network) {
    this.path = path;
    this.number = number;
    this.key = key;
    this.network = network;
  }

  Path path() {
    return path;
  }

  int number() {
    return number;
  }

  /**
   * Reads the headers that were written since the last time. Of a block before reserved space all
   * is read, lest a node is just writing it; until it is whole it waits for the next time.
   *
   * @return how many blocks were found that are whole and have done their work
   */
  int scan(BlockPlaces places) throws IOException {
    int found = 0;
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      long at = end;
      byte[] head = new byte[FRAME + HEADER];
      while (at + FRAME + HEADER <= size) {
        read(channel, at, head, head.length);
        long length = Integer.toUnsignedLong(Integer.reverseBytes(int32(head, 4)));
        if (Integer.toUnsignedLong(int32(head, 0)) == network.magic()
            && length > HEADER
            && length <= LONGEST
            && at + FRAME + length <= size
            && hasWork(head)) {
          long next = at + FRAME + length;
          if (next < size && isZero(channel, next) && !isWhole(channel, at + FRAME, (int) length)) {
            at = nextMagic(channel, at + 1, size);
            continue;
          }
          add(channel, head, (int) length, at + FRAME, places);
          found++;
          at = next;
          end = at;
        } else {
          at = nextMagic(channel, at + 1, size);
        }
      }
    }
    return found;
  }

  /** Of a block that is there already a whole copy is taken: the first one may be damaged. */
  private void add(FileChannel channel, byte[] head, int length, long offset, BlockPlaces places)
      throws IOException {
    byte[] hash = hash(head);
    if (!places.has(hash)) {
      byte[] parent = DoubleSha256.reversed(Arrays.copyOfRange(head, FRAME + 4, FRAME + 36));
      places.add(hash, parent, bits(head), number, offset, length);
    } else if (isWhole(channel, offset, length)) {
      places.move(hash, number, offset, length);
    }
  }

  private static byte[] hash(byte[] head) {
    return new DoubleSha256().add(head, FRAME, HEADER).finishForDisplay();
  }

  private static long bits(byte[] head) {
    return Integer.toUnsignedLong(Integer.reverseBytes(int32(head, FRAME + 72)));
  }

  /** Whether a header has done some work that the network takes: so that noise adds up to none. */
  private boolean hasWork(byte[] head) {
    Target target;
    try {
      target = Target.ofBits(bits(head));
    } catch (IllegalArgumentException e) {
      return false;
    }
    return target.value().compareTo(Target.ofBits(network.easiestBits()).value()) <= 0
        && target.isMetBy(BlockHash.of(hash(head)));
  }

  /** Whether nothing was written there yet. */
  private static boolean isZero(FileChannel channel, long at) throws IOException {
    ByteBuffer next = ByteBuffer.allocate(4);
    channel.read(next, at);
    return next.getInt(0) == 0;
  }

  private boolean isWhole(FileChannel channel, long offset, int length) throws IOException {
    try {
      BlockRules.checkAlone(new BitcoinDecoder(network).block(read(channel, offset, length)));
      return true;
    } catch (DataInvalid half) {
      return false;
    }
  }

  /** Where the network's bytes come next; the file's size where they do not. */
  private long nextMagic(FileChannel channel, long from, long size) throws IOException {
    byte[] window = new byte[WINDOW];
    long at = from;
    while (at + 4 <= size) {
      int length = (int) Math.min(WINDOW, size - at);
      read(channel, at, window, length);
      for (int i = 0; i + 4 <= length; i++) {
        if (Integer.toUnsignedLong(int32(window, i)) == network.magic()) {
          return at + i;
        }
      }
      at += length - 3;
    }
    return size;
  }

  /** The bytes from {@code offset}, without the key. */
  byte[] read(FileChannel channel, long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    read(channel, offset, bytes, length);
    return bytes;
  }

  private void read(FileChannel channel, long offset, byte[] target, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(target, 0, length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new IOException("the file ends at " + (offset + buffer.position()));
      }
    }
    key.apply(target, length, offset);
  }

  private static int int32(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).getInt(at);
  }
}
