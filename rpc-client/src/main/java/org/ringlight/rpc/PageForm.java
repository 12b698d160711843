package org.ringlight.rpc;

/** How much of each transaction a page carries. */
public enum PageForm {
  /**
   * Without signatures and range proofs: about a quarter of the bytes, and all that rings, outputs
   * and fees need. monerod sends no prunable hashes in pages (it leaves 32 zero bytes, which are
   * {@code null} here), so the transactions of such a page cannot be hashed without asking for
   * {@link NodeClient#prunedTransactions} or for the same page {@link #FULL}; pruned version 1
   * transactions cannot be hashed at all. Recordings do carry the prunable hashes.
   */
  PRUNED,

  /**
   * Every byte; every transaction hashes to its id. A pruned node cannot give it for old blocks.
   */
  FULL
}
