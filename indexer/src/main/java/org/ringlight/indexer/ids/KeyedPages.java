package org.ringlight.indexer.ids;

import java.nio.file.Path;

/**
 * A map on disk from 128-bit keys that look random to a few words: extendible hashing (Fagin and
 * others, ACM TODS 1979). A key's low bits choose, through a directory, one page of 4 KB; a page
 * that is full is split in two by one more bit, and the directory doubles where it has not that bit
 * yet. So it grows page by page, reads one page for each question, and is opened without reading
 * it.
 *
 * <p>A page is an open table, at most seven eighths full: a head of as many words as an entry, the
 * first of them the number of entries (low half) and the bits of depth (high half), and then
 * places, each the two words of a key and those of its value, or zeros. A key's high bits say where
 * it is looked for. Changes go to the mapped file in place: a crash between {@link #force}s leaves
 * nothing that can be used. For one thread.
 */
final class KeyedPages implements AutoCloseable {

  /** What {@link #find} answers for a key that is not there. */
  static final long NOWHERE = -1;

  private static final int PAGE_SHIFT = 9;
  private static final int PAGE = 1 << PAGE_SHIFT;
  private static final int KEY = 2;

  private final MappedLongs pages;
  private final MappedLongs directory;
  private final int entry;
  private final int places;
  private final int room;
  private final long[] splitting = new long[PAGE];
  private final long[] zeros = new long[PAGE];
  private int depth;
  private long pageCount;
  private long size;

  /** What has to be known to open it again. */
  record Extent(int depth, long pageCount, long size) {}

  KeyedPages(Path folder, String name, int valueWords) {
    this.pages = new MappedLongs(folder.resolve(name + ".pages"));
    this.directory = new MappedLongs(folder.resolve(name + ".directory"));
    this.entry = KEY + valueWords;
    this.places = PAGE / entry - 1;
    this.room = places * 7 / 8;
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

  /** The first of the places of a page at which a key is looked for. */
  private int first(long low) {
    return (int) (((low >>> Integer.SIZE) * places) >>> Integer.SIZE);
  }

  private int next(int place) {
    return place + 1 == places ? 0 : place + 1;
  }

  private long at(long page, int place) {
    return page + (place + 1L) * entry;
  }

  private boolean isEmpty(long at) {
    return (pages.get(at) | pages.get(at + 1)) == 0;
  }

  /** Reads where a key will be looked for; the answer means nothing. */
  long touch(long low) {
    return pages.get(at(page(low), first(low)));
  }

  /** Where the value of a key is, until something changes; {@link #NOWHERE} where it is not. */
  long find(long low, long high) {
    long at = place(page(low), low, high);
    return isEmpty(at) ? NOWHERE : at + KEY;
  }

  /** Where a key is, or would be. */
  private long place(long page, long low, long high) {
    int place = first(low);
    long at = at(page, place);
    while ((pages.get(at) != low || pages.get(at + 1) != high) && !isEmpty(at)) {
      place = next(place);
      at = at(page, place);
    }
    return at;
  }

  /** A word of the value at {@code place}. */
  long value(long place, int word) {
    return pages.get(place + word);
  }

  /** Sets the value of a key; of {@code second} nothing is kept where values are one word. */
  void put(long low, long high, long first, long second) {
    long at = place(page(low), low, high);
    if (isEmpty(at)) {
      at = add(low, high);
    }
    pages.set(at + KEY, first);
    if (entry > KEY + 1) {
      pages.set(at + KEY + 1, second);
    }
  }

  private long add(long low, long high) {
    long page = page(low);
    while ((int) pages.get(page) == room) {
      split(page, low);
      page = page(low);
    }
    pages.set(page, pages.get(page) + 1);
    long at = place(page, low, high);
    pages.set(at, low);
    pages.set(at + 1, high);
    size++;
    return at;
  }

  /** Removes a key; whether it was there. */
  boolean remove(long low, long high) {
    long page = page(low);
    long at = place(page, low, high);
    if (isEmpty(at)) {
      return false;
    }
    close(page, (int) ((at - page) / entry) - 1);
    pages.set(page, pages.get(page) - 1);
    size--;
    return true;
  }

  /** Moves what would no longer be found into the place that becomes free (Knuth, 6.4, R). */
  private void close(long page, int freed) {
    int free = freed;
    for (int place = next(free); !isEmpty(at(page, place)); place = next(place)) {
      int first = first(pages.get(at(page, place)));
      if (Math.floorMod(place - first, places) >= Math.floorMod(place - free, places)) {
        for (int word = 0; word < entry; word++) {
          pages.set(at(page, free) + word, pages.get(at(page, place) + word));
        }
        free = place;
      }
    }
    pages.set(at(page, free), zeros, 0, entry);
  }

  private void split(long page, long low) {
    pages.get(page, splitting, 0, PAGE);
    int bit = (int) (splitting[0] >>> Integer.SIZE);
    if (bit == depth) {
      for (long at = 0, entries = 1L << depth; at < entries; at++) {
        directory.set(entries + at, directory.get(at));
      }
      depth++;
    }
    long fresh = pageCount++ << PAGE_SHIFT;
    pages.set(page, zeros, 0, PAGE);
    pages.set(fresh, zeros, 0, PAGE);
    int kept = 0;
    int moved = 0;
    for (int from = entry; from + entry <= PAGE; from += entry) {
      if ((splitting[from] | splitting[from + 1]) != 0) {
        boolean stays = (splitting[from] >>> bit & 1) == 0;
        long at = place(stays ? page : fresh, splitting[from], splitting[from + 1]);
        pages.set(at, splitting, from, entry);
        kept += stays ? 1 : 0;
        moved += stays ? 0 : 1;
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
