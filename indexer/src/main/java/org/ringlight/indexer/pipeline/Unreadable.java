package org.ringlight.indexer.pipeline;

/** What is done with a transaction that cannot be read or does not verify. */
public enum Unreadable {
  /** Stop before the block that holds it. */
  STOP,
  /** Keep its bytes and the reason in the table {@code quarantine}, and go on. */
  QUARANTINE
}
