package org.ringlight.analytics.bitcoin.read;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ringlight.failure.StoreUnavailable;

/**
 * Texts of some addresses, in a file that is gone when this is closed: written in ascending order
 * of their numbers, and read back in any order while more are written. In memory are two bits an
 * address and 8 bytes for every {@value #STEP} texts, whatever the length of the chain. For one
 * thread.
 */
public final class TextsOnDisk implements AutoCloseable {

  private static final int STEP = 32;
  private static final int SEGMENT = 1 << 28;
  private static final int LONGEST = 1 << 15;
  private static final int RANKED = 1 << 9;

  private final BitSet wanted;
  private final int[] ranks;
  private final Path file;
  private final FileChannel channel;
  private final List<MappedByteBuffer> segments = new ArrayList<>();
  private long[] starts = new long[16];
  private int written;
  private long end;

  /**
   * @param wanted the numbers of the addresses whose texts will be put; not changed any more
   */
  public TextsOnDisk(BitSet wanted) {
    this.wanted = wanted;
    this.ranks = ranks(wanted);
    try {
      this.file = Files.createTempFile("ringlight-texts", ".bin");
      this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw failed("the folder for temporary files", e);
    }
  }

  /** How many are set below each {@value #RANKED}th number. */
  private static int[] ranks(BitSet set) {
    int[] ranks = new int[set.length() / RANKED + 1];
    int rank = 0;
    int block = 0;
    for (int at = set.nextSetBit(0); at >= 0; at = set.nextSetBit(at + 1)) {
      while (block < at / RANKED) {
        ranks[++block] = rank;
      }
      rank++;
    }
    return ranks;
  }

  /** Whether a text is to be put for this address. */
  public boolean isWanted(int address) {
    return wanted.get(address);
  }

  /** Puts the text of the next wanted address. */
  public void put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST) {
      throw new IllegalArgumentException("an address of " + bytes.length + " bytes");
    }
    if (end % SEGMENT + Short.BYTES + bytes.length + Short.BYTES > SEGMENT) {
      segment(end).putShort((int) (end % SEGMENT), (short) -1); // the rest of it is not used
      end = (end / SEGMENT + 1) * SEGMENT;
    }
    if (written % STEP == 0) {
      int step = written / STEP;
      if (step == starts.length) {
        starts = Arrays.copyOf(starts, 2 * step);
      }
      starts[step] = end;
    }
    MappedByteBuffer segment = segment(end);
    int at = (int) (end % SEGMENT);
    segment.putShort(at, (short) bytes.length);
    segment.put(at + Short.BYTES, bytes);
    end += Short.BYTES + bytes.length;
    written++;
  }

  /** The text of an address that was put. */
  public String get(int address) {
    int rank = rank(address);
    if (!wanted.get(address) || rank >= written) {
      throw new IllegalArgumentException("no text was put for address " + address);
    }
    long at = starts[rank / STEP];
    for (int skip = rank % STEP; skip > 0; skip--) {
      at = settled(at);
      at += Short.BYTES + segment(at).getShort((int) (at % SEGMENT));
    }
    at = settled(at);
    byte[] bytes = new byte[segment(at).getShort((int) (at % SEGMENT))];
    segment(at).get((int) (at % SEGMENT) + Short.BYTES, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Past the unused rest of a segment. */
  private long settled(long at) {
    return segment(at).getShort((int) (at % SEGMENT)) < 0 ? (at / SEGMENT + 1) * SEGMENT : at;
  }

  private int rank(int address) {
    int rank = ranks[address / RANKED];
    int from = address / RANKED * RANKED;
    for (int at = wanted.nextSetBit(from);
        at >= 0 && at < address;
        at = wanted.nextSetBit(at + 1)) {
      rank++;
    }
    return rank;
  }

  private MappedByteBuffer segment(long at) {
    int number = Math.toIntExact(at / SEGMENT);
    try {
      while (segments.size() <= number) {
        segments.add(
            channel.map(FileChannel.MapMode.READ_WRITE, (long) segments.size() * SEGMENT, SEGMENT));
      }
    } catch (IOException e) {
      throw failed(file.toString(), e);
    }
    return segments.get(number);
  }

  private static StoreUnavailable failed(String where, IOException e) {
    return new StoreUnavailable(
        "texts cannot be put aside: " + e.getMessage(),
        where,
        "make room there, or name another folder: RINGLIGHT_JAVA_OPTIONS=-Djava.io.tmpdir=DIR",
        e);
  }

  @Override
  public void close() {
    segments.clear();
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed(file.toString(), e);
    }
  }
}
