package org.ringlight.indexer;

import java.util.Optional;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.RingCtBase;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;

/**
 * What both versions of a verified transaction have in common and the tables keep.
 *
 * @param ringCt the RingCT part; empty in version 1
 */
record Shape(TransactionPrefix prefix, Optional<RingCtBase> ringCt) {

  /**
   * @throws IllegalArgumentException for a transaction that is only bytes
   */
  static Shape of(Transaction transaction) {
    if (transaction instanceof TransactionV1 v1) {
      return new Shape(v1.prefix(), Optional.empty());
    } else if (transaction instanceof TransactionV2 v2) {
      return new Shape(v2.prefix(), Optional.of(v2.base()));
    }
    throw new IllegalArgumentException("not a decoded transaction: " + transaction);
  }

  /** The height its one coinbase input names; -1 where it is no coinbase. */
  long coinbaseHeight() {
    return prefix.inputs().size() == 1 && prefix.inputs().get(0) instanceof Input.Coinbase coinbase
        ? coinbase.height()
        : -1;
  }

  /** The index space of an output of this amount: 0 for all of version 2, coinbases too. */
  long indexSpace(long amount) {
    return prefix.version() == 1 ? amount : 0;
  }
}
