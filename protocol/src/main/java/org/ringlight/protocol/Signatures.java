package org.ringlight.protocol;

/** The ring signatures of a version 1 transaction. */
public sealed interface Signatures {

  /**
   * All of them.
   *
   * @param bytes 64 for each ring member, ring after ring; empty in a coinbase
   */
  record Whole(Bytes bytes) implements Signatures {}

  /** Left out. The transaction's hash cannot be computed without them. */
  record Pruned() implements Signatures {}
}
