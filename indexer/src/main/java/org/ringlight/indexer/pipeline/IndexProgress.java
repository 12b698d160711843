package org.ringlight.indexer.pipeline;

/**
 * How far a run is; written by its stages, read by whoever shows it. All counts are of this run.
 */
public final class IndexProgress {

  private volatile long target;
  private volatile long start;
  private volatile long stored;
  private volatile long transactions;
  private volatile long fetchedBytes;
  private volatile int waitingPages;

  private volatile boolean rebuilding;

  /**
   * What is being shown: heights and counts at one moment.
   *
   * @param rebuilding whether blocks are read from the tables again, to make their maps anew
   */
  public record Stand(
      boolean rebuilding,
      long storedBlocks,
      long wantedBlocks,
      long transactions,
      long fetchedBytes,
      int waitingPages) {}

  /** The counts now. */
  public Stand stand() {
    return new Stand(
        rebuilding, stored, Math.max(0, target - start), transactions, fetchedBytes, waitingPages);
  }

  /** A stretch of blocks begins, both ends included. */
  public synchronized void begins(long from, long to) {
    if (rebuilding) {
      stored = 0;
    }
    start = from - stored;
    target = to + 1;
    rebuilding = false;
  }

  /** The maps of ids are made anew from the stored blocks of these heights, both included. */
  public synchronized void rebuilds(long from, long to) {
    stored = 0;
    begins(from, to);
    rebuilding = true;
  }

  /** A stored block was read again. */
  public synchronized void rebuilt() {
    stored++;
  }

  /** So many bytes came. */
  public synchronized void fetched(long bytes) {
    fetchedBytes += bytes;
  }

  /** A block was stored, of so many transactions. */
  public synchronized void stored(int blockTransactions) {
    stored++;
    transactions += blockTransactions;
  }

  /** So many decoded pages wait to be stored. */
  public void waiting(int pages) {
    waitingPages = pages;
  }
}
