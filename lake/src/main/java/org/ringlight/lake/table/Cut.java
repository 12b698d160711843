package org.ringlight.lake.table;

/**
 * How a height cuts a table in two: what a reorganisation takes back from it, and what "as of
 * height H" shows of it.
 */
public enum Cut {
  /** Rows have the height of their block; those above go. */
  HEIGHT("height"),

  /**
   * As {@link #HEIGHT}, where a row has the height of the block that decided it. Those which no
   * block has decided yet have the height after the tip, the first that can. They hold for one
   * commit: the next one whose tip is another takes them back and says anew what is still
   * undecided, so that none is left behind below the tip.
   */
  UNDECIDED("height"),

  /** Rows belong to a ring; those of rings above go. */
  RING("ring_id"),

  /** Rows say what was seen, whatever the chain does: none ever goes. Shown by their height. */
  NEVER("height");

  private final String column;

  Cut(String column) {
    this.column = column;
  }

  /** The column that is compared. */
  public String column() {
    return column;
  }
}
