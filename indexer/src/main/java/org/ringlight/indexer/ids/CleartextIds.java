package org.ringlight.indexer.ids;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Output ids of the index spaces of cleartext amounts: very many spaces, most of them small. Each
 * space is a list of chunks in one file, a chunk four times as long as the one before, up to a
 * bound: five header words (amount low and high, chunk number, low and high word of the first index
 * of the space) and then ids plus one, so that zero means "not there". The file describes itself:
 * the directory in memory is read from it.
 */
final class CleartextIds implements AutoCloseable {

  private static final int HEADER = 5;
  private static final int FIRST_CAPACITY = 4;
  private static final int LAST_CAPACITY = 1024;

  private static final class Space {
    long[] chunks = new long[1];
    int chunkCount;
    long first;
    long size;

    void addChunk(long position) {
      if (chunkCount == chunks.length) {
        chunks = Arrays.copyOf(chunks, 2 * chunkCount);
      }
      chunks[chunkCount++] = position;
    }
  }

  private final MappedInts words;
  private final Map<Long, Space> spaces = new HashMap<>();
  private long end;

  /**
   * Reads the directory of the chunks in the first {@code end} words and forgets every output whose
   * id is {@code firstForgotten} or later, along with whatever a crash left behind.
   */
  CleartextIds(Path file, long end, long firstForgotten) {
    this.words = new MappedInts(file);
    this.end = end;
    words.clearFrom(end);
    for (long at = 0; at < end; at += HEADER + capacity(words.get(at + 2))) {
      Space space = spaces.computeIfAbsent(pair(at), a -> new Space());
      space.addChunk(at);
      space.first = pair(at + 3);
    }
    forgetFrom(firstForgotten);
  }

  /** Forgets every output whose id is {@code firstForgotten} or later. */
  void forgetFrom(long firstForgotten) {
    spaces.values().forEach(space -> measure(space, firstForgotten));
  }

  /** Of all words in use. */
  long checksum() {
    return words.checksum();
  }

  private long pair(long at) {
    return Integer.toUnsignedLong(words.get(at)) | ((long) words.get(at + 1) << 32);
  }

  private void setPair(long at, long value) {
    words.set(at + 1, (int) (value >>> 32));
    words.set(at, (int) value);
  }

  private void measure(Space space, long firstForgotten) {
    space.size = 0;
    int chunk = 0;
    while (chunk < space.chunkCount
        && isKept(space.chunks[chunk] + HEADER + capacity(chunk) - 1, firstForgotten)) {
      space.size += capacity(chunk++);
    }
    boolean within = true;
    for (; chunk < space.chunkCount; chunk++) {
      for (int i = 0; i < capacity(chunk); i++) {
        long at = space.chunks[chunk] + HEADER + i;
        within &= isKept(at, firstForgotten);
        if (within) {
          space.size++;
        } else if (words.get(at) != 0) {
          words.set(at, 0);
        }
      }
    }
    if (space.size == 0) {
      begin(space, 0);
    }
  }

  private void begin(Space space, long first) {
    space.first = first;
    for (int chunk = 0; chunk < space.chunkCount; chunk++) {
      setPair(space.chunks[chunk] + 3, first);
    }
  }

  private boolean isKept(long at, long firstForgotten) {
    int idPlusOne = words.get(at);
    return idPlusOne != 0 && Integer.toUnsignedLong(idPlusOne) <= firstForgotten;
  }

  /** How many words of the file are taken. */
  long end() {
    return end;
  }

  /** How many outputs the space holds. */
  long size(long amount) {
    Space space = spaces.get(amount);
    return space == null ? 0 : space.size;
  }

  /** The first index of the space. */
  long first(long amount) {
    Space space = spaces.get(amount);
    return space == null ? 0 : space.first;
  }

  /** Lets a space that holds nothing begin at an index. */
  void begin(long amount, long first) {
    begin(spaces.computeIfAbsent(amount, a -> new Space()), first);
  }

  void add(long amount, int idPlusOne) {
    Space space = spaces.computeIfAbsent(amount, a -> new Space());
    if (space.size == capacityBefore(space.chunkCount)) {
      setPair(end + 3, space.first);
      words.set(end + 2, space.chunkCount);
      setPair(end, amount);
      space.addChunk(end);
      end += HEADER + capacity(space.chunkCount - 1);
    }
    int chunk = chunkOf(space.size);
    words.set(space.chunks[chunk] + HEADER + space.size - capacityBefore(chunk), idPlusOne);
    space.size++;
  }

  /** Id plus one of the output at {@code amountIndex}, zero where there is none. */
  int get(long amount, long amountIndex) {
    @Nullable Space space = spaces.get(amount);
    if (space == null || Long.compareUnsigned(amountIndex - space.first, space.size) >= 0) {
      return 0;
    }
    long index = amountIndex - space.first;
    int chunk = chunkOf(index);
    return words.get(space.chunks[chunk] + HEADER + index - capacityBefore(chunk));
  }

  void force() {
    words.force();
  }

  private static int capacity(int chunk) {
    return chunk >= 4 ? LAST_CAPACITY : FIRST_CAPACITY << (2 * chunk);
  }

  private static long capacityBefore(int chunk) {
    long total = 0;
    for (int c = 0; c < Math.min(chunk, 4); c++) {
      total += capacity(c);
    }
    return total + Math.max(0, chunk - 4) * (long) LAST_CAPACITY;
  }

  private static int chunkOf(long index) {
    int chunk = 0;
    long rest = index;
    while (chunk < 4 && rest >= capacity(chunk)) {
      rest -= capacity(chunk++);
    }
    return chunk < 4 ? chunk : Math.toIntExact(4 + rest / LAST_CAPACITY);
  }

  @Override
  public void close() {
    words.close();
  }
}
