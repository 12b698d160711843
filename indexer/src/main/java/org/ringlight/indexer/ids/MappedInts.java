package org.ringlight.indexer.ids;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.failure.StoreUnavailable;

/**
 * A growing array of 32-bit integers on disk, all zero at first. Little endian; positions are
 * 64-bit, so the file may exceed 2^31 elements. It knows a checksum of what it holds; opening it
 * reads everything once. Not safe for several threads.
 */
final class MappedInts implements AutoCloseable {

  private static final int SEGMENT_SHIFT = 18;
  private static final int SEGMENT_INTS = 1 << SEGMENT_SHIFT;
  private static final long SEGMENT_BYTES = (long) SEGMENT_INTS * Integer.BYTES;

  private final Path file;
  private final FileChannel channel;
  private final List<MappedByteBuffer> segments = new ArrayList<>();
  private long lowestDirtySegment = Long.MAX_VALUE;
  private long checksum;

  MappedInts(Path file) {
    this.file = file;
    try {
      this.channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      long bytes = channel.size();
      for (long at = 0; at < bytes; at += SEGMENT_BYTES) {
        map(at);
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** How many elements have room, each zero until set. */
  long capacity() {
    return (long) segments.size() << SEGMENT_SHIFT;
  }

  /** The element at {@code position}; zero beyond the end. */
  int get(long position) {
    return position >= capacity() ? 0 : segment(position).getInt(offset(position));
  }

  void set(long position, int value) {
    while (position >= capacity()) {
      try {
        map(segments.size() * SEGMENT_BYTES);
      } catch (IOException e) {
        throw unavailable(e);
      }
    }
    MappedByteBuffer segment = segment(position);
    checksum += mixed(position, value) - mixed(position, segment.getInt(offset(position)));
    segment.putInt(offset(position), value);
    lowestDirtySegment = Math.min(lowestDirtySegment, position >> SEGMENT_SHIFT);
  }

  /** A sum over all elements that are not zero; a changed one changes it, but for 1 in 2^64. */
  long checksum() {
    return checksum;
  }

  /** The finishing steps of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014); 0 for a zero. */
  private static long mixed(long position, int value) {
    if (value == 0) {
      return 0;
    }
    long mixed = position * 0x9e3779b97f4a7c15L ^ Integer.toUnsignedLong(value);
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  private static long checksum(int number, MappedByteBuffer segment) {
    long start = (long) number << SEGMENT_SHIFT;
    long sum = 0;
    for (int at = 0; at < SEGMENT_INTS; at++) {
      sum += mixed(start + at, segment.getInt(at * Integer.BYTES));
    }
    return sum;
  }

  /** Sets everything from {@code position} on to zero. */
  void clearFrom(long position) {
    for (long at = position; at < capacity(); at++) {
      if (at % SEGMENT_INTS == 0 && at > position) {
        dropSegmentsFrom(at >> SEGMENT_SHIFT);
        return;
      }
      if (get(at) != 0) {
        set(at, 0);
      }
    }
  }

  private void dropSegmentsFrom(long first) {
    for (int dropped = Math.toIntExact(first); dropped < segments.size(); dropped++) {
      checksum -= checksum(dropped, segments.get(dropped));
    }
    segments.subList(Math.toIntExact(first), segments.size()).clear();
    try {
      channel.truncate(first * SEGMENT_BYTES);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** Makes everything set so far survive a power cut. */
  void force() {
    for (long at = lowestDirtySegment; at < segments.size(); at++) {
      segments.get((int) at).force();
    }
    lowestDirtySegment = Long.MAX_VALUE;
  }

  private void map(long at) throws IOException {
    // real zeros, not a hole: a full disk must fail here, as an error, not later as a fault in
    // mapped memory
    ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
    for (long end = channel.size(); end < at + SEGMENT_BYTES; end += zeros.flip().limit()) {
      zeros.limit((int) Math.min(zeros.capacity(), at + SEGMENT_BYTES - end));
      while (zeros.hasRemaining()) {
        channel.write(zeros, end + zeros.position());
      }
    }
    MappedByteBuffer segment = channel.map(FileChannel.MapMode.READ_WRITE, at, SEGMENT_BYTES);
    segment.order(ByteOrder.LITTLE_ENDIAN);
    checksum += checksum(segments.size(), segment);
    segments.add(segment);
  }

  private MappedByteBuffer segment(long position) {
    return segments.get((int) (position >> SEGMENT_SHIFT));
  }

  private static int offset(long position) {
    return ((int) position & (SEGMENT_INTS - 1)) * Integer.BYTES;
  }

  private StoreUnavailable unavailable(IOException e) {
    return new StoreUnavailable(
        "the map of output ids cannot be used: " + e.getMessage(),
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
