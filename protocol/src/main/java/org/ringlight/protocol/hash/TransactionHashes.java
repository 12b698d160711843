package org.ringlight.protocol.hash;

import java.util.Optional;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.Keccak;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.Signatures;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.protocol.wire.TransactionEncoder;

/**
 * Transaction ids. Version 1: the hash of all bytes. Version 2: the hash over three hashes, of the
 * prefix, of the RingCT base, and of the prunable part (zero bytes where there is none), so that a
 * pruned transaction keeps its id. Source: monero v0.18.3.4
 * src/cryptonote_basic/cryptonote_format_utils.cpp calculate_transaction_hash,
 * get_pruned_transaction_hash.
 */
public final class TransactionHashes {

  private static final int LENGTH = Keccak.LENGTH;

  private TransactionHashes() {}

  /**
   * The id; empty where it cannot be computed: a version 1 transaction without its signatures, a
   * version 2 transaction pruned without a hash of what was left out, an unsupported one.
   */
  public static Optional<TxHash> of(Transaction transaction) {
    if (transaction instanceof TransactionV1 v1 && v1.signatures() instanceof Signatures.Whole) {
      return Optional.of(TxHash.of(Keccak.hash(TransactionEncoder.full(v1))));
    }
    if (transaction instanceof TransactionV2 v2) {
      return of(TransactionEncoder.unprunable(v2), v2.prunable());
    }
    return Optional.empty();
  }

  /** The id of a version 2 transaction from its parts; empty where the prunable one is unknown. */
  public static Optional<TxHash> of(TransactionEncoder.Unprunable kept, Prunable prunable) {
    return ofParts(kept.bytes(), 0, kept.prefixEnd(), kept.bytes().length, prunable);
  }

  /** The same, from the bytes the transaction was read from: nothing is encoded again. */
  public static Optional<TxHash> of(DecodedTransaction decoded) {
    byte[] source = decoded.source();
    if (decoded.transaction() instanceof TransactionV1 v1
        && v1.signatures() instanceof Signatures.Whole) {
      byte[] hash = new byte[LENGTH];
      Keccak.hash(source, decoded.start(), decoded.end(), hash, 0);
      return Optional.of(TxHash.of(hash));
    }
    if (decoded.transaction() instanceof TransactionV2 v2) {
      return ofParts(
          source, decoded.start(), decoded.prefixEnd(), decoded.baseEnd(), v2.prunable());
    }
    return Optional.empty();
  }

  /** What ring signatures sign: the hash of the prefix. */
  public static Hash prefixHash(TransactionPrefix prefix) {
    return Hash.of(Keccak.hash(TransactionEncoder.prefix(prefix)));
  }

  /** From the bytes that pruning keeps, and what it leaves out or the hash of that. */
  private static Optional<TxHash> ofParts(
      byte[] kept, int start, int prefixEnd, int baseEnd, Prunable prunable) {
    byte[] hashes = new byte[3 * LENGTH];
    if (prunable instanceof Prunable.Unknown) {
      return Optional.empty();
    } else if (prunable instanceof Prunable.Pruned pruned) {
      pruned.hash().copyTo(hashes, 2 * LENGTH);
    } else if (prunable instanceof Prunable.Whole whole) {
      whole.hash().copyTo(hashes, 2 * LENGTH);
    }
    Keccak.hash(kept, start, prefixEnd, hashes, 0);
    Keccak.hash(kept, prefixEnd, baseEnd, hashes, LENGTH);
    Keccak.hash(hashes, 0, hashes.length, hashes, 0);
    return Optional.of(TxHash.at(hashes, 0));
  }
}
