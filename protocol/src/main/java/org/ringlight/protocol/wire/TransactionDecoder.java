package org.ringlight.protocol.wire;

import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.Transaction;

/**
 * Transactions from bytes. Bytes of a known kind that are cut off, left over, out of bounds or not
 * canonical are {@link DataInvalid}; a kind this program does not know is an {@link
 * org.ringlight.protocol.UnsupportedTransaction}. {@link DecodedTransaction} is for who also
 * hashes.
 */
public final class TransactionDecoder {

  private TransactionDecoder() {}

  /** The whole transaction that takes all of {@code blob}. */
  public static Transaction full(byte[] blob) {
    return DecodedTransaction.full(blob).transaction();
  }

  /**
   * The pruned transaction that takes all of {@code blob}: its prefix, and in version 2 its RingCT
   * base.
   *
   * @param prunableHash of the part left out; null, or the 32 zero bytes monerod writes where it
   *     says nothing, where nobody gave it and where there is none (version 1, coinbases)
   */
  public static Transaction pruned(byte[] blob, @Nullable Hash prunableHash) {
    return DecodedTransaction.pruned(blob, prunableHash).transaction();
  }
}
