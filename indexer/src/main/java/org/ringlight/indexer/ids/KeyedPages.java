package org.ringlight.indexer.ids;

import java.nio.file.Path;

/**
 * A map on disk from 128-bit keys that look random to a few words: extendible hashing (Fagin and
 * others, ACM TODS 1979). A key's low bits choose, through a directory, one page of 4 KB; a page
 * that is full is split in two by one more bit, and the directory doubles where it has not that bit
 * yet. So it grows page by page, reads one page for each question, and is opened without reading
 * it.
 *
 * <p>A page is a word (entries in the low half, bits of depth in the high half), then the first
 * words of all its keys, the second words, and each value word in turn. Changes go to the mapped
 * file in place: a crash between {@link #force}s leaves nothing that can be used. For one thread.
 */
final class KeyedPages implements AutoCloseable {

  /** What {@link #find} answers for a key that is not there. */
  static final long NOWHERE = -1;

  private static final int PAGE_SHIFT = 9;
  private static final int PAGE = 1 << PAGE_SHIFT;

  private final MappedLongs pages;
  private final MappedLongs directory;
  private final int valueWords;
  private final int room;
  private final long[] keys;
  private int depth;
  private long pageCount;
  private long size;

  /** What has to be known to open it again. */
  record Extent(int depth, long pageCount, long size) {}

  KeyedPages(Path folder, String name, int valueWords) {
    this.pages = new MappedLongs(folder.resolve(name + ".pages"));
    this.directory = new MappedLongs(folder.resolve(name + ".directory"));
    this.valueWords = valueWords;
    this.room = (PAGE - 1) / (2 + valueWords);
    this.keys = new long[room];
  }

  /** Makes it empty. */
  void clear() {
    pages.clear();
    directory.clear();
    depth = 0;
    size = 0;
    pages.set(0, 0);
    directory.set(0, 0);
    pageCount = 1;
  }

  /**
   * Goes on with what is there.
   *
   * @return whether the files can hold that
   */
  boolean resume(Extent extent) {
    depth = extent.depth();
    pageCount = extent.pageCount();
    size = extent.size();
    return directory.capacity() >= 1L << depth && pages.capacity() >= pageCount << PAGE_SHIFT;
  }

  Extent extent() {
    return new Extent(depth, pageCount, size);
  }

  /** How many keys there are. */
  long size() {
    return size;
  }

  private long page(long low) {
    return directory.get(low & ((1L << depth) - 1)) << PAGE_SHIFT;
  }

  /** Where the value of a key is, until something changes; {@link #NOWHERE} where it is not. */
  long find(long low, long high) {
    long page = page(low);
    int count = (int) pages.get(page);
    pages.get(page + 1, keys, 0, count);
    for (int i = 0; i < count; i++) {
      if (keys[i] == low && pages.get(page + 1 + room + i) == high) {
        return page + 1 + 2L * room + i;
      }
    }
    return NOWHERE;
  }

  /** A word of the value at {@code place}. */
  long value(long place, int word) {
    return pages.get(place + (long) word * room);
  }

  /** Sets the value of a key; of {@code second} nothing is kept where values are one word. */
  void put(long low, long high, long first, long second) {
    long place = find(low, high);
    if (place == NOWHERE) {
      place = add(low, high);
    }
    pages.set(place, first);
    if (valueWords > 1) {
      pages.set(place + room, second);
    }
  }

  private long add(long low, long high) {
    long page = page(low);
    while ((int) pages.get(page) == room) {
      split(page, low);
      page = page(low);
    }
    long header = pages.get(page);
    int slot = (int) header;
    pages.set(page, header + 1);
    pages.set(page + 1 + slot, low);
    pages.set(page + 1 + room + slot, high);
    size++;
    return page + 1 + 2L * room + slot;
  }

  /** Removes a key; whether it was there. */
  boolean remove(long low, long high) {
    long place = find(low, high);
    if (place == NOWHERE) {
      return false;
    }
    long page = place >> PAGE_SHIFT << PAGE_SHIFT;
    int slot = (int) (place - page - 1 - 2L * room);
    long header = pages.get(page);
    int last = (int) header - 1;
    move(page, last, page, slot);
    pages.set(page, header - 1);
    size--;
    return true;
  }

  private void move(long fromPage, int from, long toPage, int to) {
    if (fromPage == toPage && from == to) {
      return;
    }
    for (int word = 0; word < 2 + valueWords; word++) {
      long column = 1 + (long) word * room;
      pages.set(toPage + column + to, pages.get(fromPage + column + from));
    }
  }

  private void split(long page, long low) {
    int count = (int) pages.get(page);
    int bit = (int) (pages.get(page) >>> Integer.SIZE);
    if (bit == depth) {
      for (long at = 0, entries = 1L << depth; at < entries; at++) {
        directory.set(entries + at, directory.get(at));
      }
      depth++;
    }
    long fresh = pageCount++ << PAGE_SHIFT;
    int kept = 0;
    int moved = 0;
    for (int slot = 0; slot < count; slot++) {
      if ((pages.get(page + 1 + slot) >>> bit & 1) == 0) {
        move(page, slot, page, kept++);
      } else {
        move(page, slot, fresh, moved++);
      }
    }
    long header = (long) (bit + 1) << Integer.SIZE;
    pages.set(page, header | kept);
    pages.set(fresh, header | moved);
    long step = 1L << (bit + 1);
    for (long at = (low & (step / 2 - 1)) | step / 2; at < 1L << depth; at += step) {
      directory.set(at, fresh >> PAGE_SHIFT);
    }
  }

  /** Makes it survive a power cut as it is now. */
  void force() {
    pages.force();
    directory.force();
  }

  @Override
  public void close() {
    pages.close();
    directory.close();
  }
}
