package org.ringlight.indexer;

import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.UnverifiedTransaction;

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

  /** What is being shown: heights and counts at one moment. */
  public record Stand(
      long storedBlocks,
      long wantedBlocks,
      long transactions,
      long fetchedBytes,
      int waitingPages) {}

  /** The counts now. */
  public Stand stand() {
    return new Stand(stored, Math.max(0, target - start), transactions, fetchedBytes, waitingPages);
  }

  void begins(long from, long to) {
    start = from - stored;
    target = to + 1;
  }

  void fetched(ChainPage page) {
    long bytes = 0;
    for (var block : page.blocks()) {
      bytes += block.blob().length;
      for (UnverifiedTransaction transaction : block.transactions()) {
        bytes += transaction.blob().length;
      }
    }
    addBytes(bytes);
  }

  private synchronized void addBytes(long bytes) {
    fetchedBytes += bytes;
  }

  synchronized void stored(CheckedBlock block) {
    stored++;
    transactions += 1 + block.transactions().size();
  }

  void waiting(int pages) {
    waitingPages = pages;
  }
}
