package org.ringlight.indexer.ids;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ringlight.failure.StoreUnavailable;

/**
 * A growing array of 64-bit integers on disk, all zero at first; little endian. It is mapped in
 * segments that double from 1 MB to 64 MB, so that small ones are small and a hundred gigabytes
 * need no more than a few thousand mappings; opening it reads nothing. For one thread.
 */
final class MappedLongs implements AutoCloseable {

  private static final int FIRST_SHIFT = 17;
  private static final int DOUBLINGS = 6;
  private static final long DOUBLING_ELEMENTS = ((1L << DOUBLINGS) - 1) << FIRST_SHIFT;
  private static final int LAST_SHIFT = FIRST_SHIFT + DOUBLINGS;

  private final Path file;
  private final FileChannel channel;
  private final List<MappedByteBuffer> segments = new ArrayList<>();
  private LongBuffer[] longs = new LongBuffer[DOUBLINGS];
  private final BitSet dirty = new BitSet();
  private long capacity;

  /** Opens {@code file}, which may be there already. */
  MappedLongs(Path file) {
    this.file = file;
    try {
      this.channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      long elements = channel.size() / Long.BYTES;
      while (capacity < elements) {
        grow();
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** How many elements have room, each zero until set. */
  long capacity() {
    return capacity;
  }

  long get(long position) {
    int segment = segment(position);
    return longs[segment].get((int) (position - start(segment)));
  }

  /** Copies elements into {@code target} from {@code offset} on; they lie in one segment. */
  void get(long position, long[] target, int offset, int count) {
    int segment = segment(position);
    longs[segment].get((int) (position - start(segment)), target, offset, count);
  }

  void set(long position, long value) {
    int segment = segmentToChange(position);
    longs[segment].put((int) (position - start(segment)), value);
  }

  /** Copies elements of {@code source} from {@code offset} on; they lie in one segment. */
  void set(long position, long[] source, int offset, int count) {
    int segment = segmentToChange(position);
    longs[segment].put((int) (position - start(segment)), source, offset, count);
  }

  private int segmentToChange(long position) {
    while (position >= capacity) {
      try {
        grow();
      } catch (IOException e) {
        throw unavailable(e);
      }
    }
    int segment = segment(position);
    dirty.set(segment);
    return segment;
  }

  private static int segment(long position) {
    if (position >= DOUBLING_ELEMENTS) {
      return DOUBLINGS + (int) ((position - DOUBLING_ELEMENTS) >> LAST_SHIFT);
    }
    return Long.SIZE - 1 - Long.numberOfLeadingZeros((position >> FIRST_SHIFT) + 1);
  }

  private static long start(int segment) {
    return segment >= DOUBLINGS
        ? DOUBLING_ELEMENTS + ((long) (segment - DOUBLINGS) << LAST_SHIFT)
        : ((1L << segment) - 1) << FIRST_SHIFT;
  }

  private void grow() throws IOException {
    int segment = segments.size();
    long from = start(segment) * Long.BYTES;
    long bytes = start(segment + 1) * Long.BYTES - from;
    // real zeros, not a hole: a full disk must fail here, as an error, not later as a fault in
    // mapped memory
    ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
    for (long end = channel.size(); end < from + bytes; ) {
      zeros.clear().limit((int) Math.min(zeros.capacity(), from + bytes - end));
      end += channel.write(zeros, end);
    }
    MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, from, bytes);
    mapped.order(ByteOrder.LITTLE_ENDIAN);
    segments.add(mapped);
    if (segment == longs.length) {
      longs = java.util.Arrays.copyOf(longs, 2 * segment);
    }
    longs[segment] = mapped.asLongBuffer();
    capacity = start(segment + 1);
  }

  /** Forgets everything: as a new one. */
  void clear() {
    segments.clear();
    dirty.clear();
    capacity = 0;
    try {
      channel.truncate(0);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** Makes everything set so far survive a power cut. */
  void force() {
    dirty.stream().forEach(segment -> segments.get(segment).force());
    dirty.clear();
  }

  private StoreUnavailable unavailable(IOException e) {
    return new StoreUnavailable(
        "a map of ids cannot be used: " + e.getMessage(),
        file.toString(),
        "check space and permissions; the folder may be deleted, it is rebuilt from the tables",
        e);
  }

  @Override
  public void close() {
    segments.clear();
    try {
      channel.close();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }
}
