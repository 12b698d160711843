package org.ringlight.truth.evaluate;

/**
 * Finds the lines of a truth file by the outputs they name: an open-addressing table of line
 * numbers over the file's own columns, 8 to 16 bytes a line.
 */
final class OutputMap {

  /** No line names it. */
  static final int NONE = -1;

  private final long[] spaces;
  private final long[] indexes;
  private final int[] lines;

  /** For the columns of at most {@code count} lines, none of which is put yet. */
  OutputMap(long[] spaces, long[] indexes, int count) {
    this.spaces = spaces;
    this.indexes = indexes;
    this.lines = new int[Math.toIntExact((long) Integer.highestOneBit(Math.max(8, count)) << 2)];
  }

  /** Puts a line; returns the one that names the same output already, or {@link #NONE}. */
  int put(int line) {
    int slot = slot(spaces[line], indexes[line]);
    int before = lines[slot] - 1;
    if (before == NONE) {
      lines[slot] = line + 1;
    }
    return before;
  }

  /** The line that names an output, or {@link #NONE}. */
  int get(long space, long index) {
    return lines[slot(space, index)] - 1;
  }

  private int slot(long space, long index) {
    long mixed = (space * 0x9e3779b97f4a7c15L + index) * 0xbf58476d1ce4e5b9L;
    int slot = (int) (mixed >>> 32) & (lines.length - 1);
    while (lines[slot] != 0
        && !(spaces[lines[slot] - 1] == space && indexes[lines[slot] - 1] == index)) {
      slot = (slot + 1) & (lines.length - 1);
    }
    return slot;
  }
}
