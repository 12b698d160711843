package org.ringlight.indexer;

import java.util.Optional;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.TxHash;

/**
 * A transaction of a verified block: it hashes to the id that the block names, or is kept as bytes.
 */
sealed interface CheckedTransaction {

  /** The id that the block names. */
  TxHash hash();

  /** The indices of its outputs in their index spaces, as the node says; checked when numbered. */
  long[] outputIndices();

  /**
   * Decoded, and its hash recomputed equal. Signatures and proofs, most of its bytes, are left
   * behind once they are hashed.
   *
   * @param prunableHash of its signatures and proofs; empty in version 1 and in coinbases
   * @param weight in bytes, as fee rules count
   */
  @SuppressWarnings("ArrayRecordComponent") // a value on its way through the pipeline, not compared
  record Verified(
      TxHash hash, Shape shape, Optional<Hash> prunableHash, long weight, long[] outputIndices)
      implements CheckedTransaction {}

  /** Not decoded or not verified, with its bytes. */
  @SuppressWarnings("ArrayRecordComponent") // a value on its way through the pipeline, not compared
  record Unread(TxHash hash, byte[] bytes, String reason, long[] outputIndices)
      implements CheckedTransaction {

    /** Whether it seems to be of version 1, whose outputs have index spaces of their amounts. */
    boolean isVersionOne() {
      return bytes.length > 0 && bytes[0] == 1;
    }
  }
}
