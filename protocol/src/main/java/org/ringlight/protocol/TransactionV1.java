package org.ringlight.protocol;

/**
 * A transaction with amounts in clear. Source: monero v0.18.3.4
 * src/cryptonote_basic/cryptonote_basic.h transaction.
 *
 * @param signatures 64 bytes for every ring member of every input, unless pruned
 */
public record TransactionV1(TransactionPrefix prefix, Signatures signatures)
    implements Transaction {

  /** Bytes of one signature: one for each ring member. */
  public static final int SIGNATURE_BYTES = 64;

  public TransactionV1 {
    if (prefix.version() != 1) {
      throw new IllegalArgumentException("version 1 wanted, not " + prefix.version());
    }
    if (signatures instanceof Signatures.Whole whole
        && whole.bytes().size() != signatureBytes(prefix)) {
      throw new IllegalArgumentException(
          signatureBytes(prefix) + " bytes of signatures wanted, not " + whole.bytes().size());
    }
  }

  /** How many bytes of signatures such a prefix calls for. */
  public static long signatureBytes(TransactionPrefix prefix) {
    long members = 0;
    for (Input input : prefix.inputs()) {
      if (input instanceof Input.ToKey ring) {
        members += ring.offsets().size();
      }
    }
    return members * SIGNATURE_BYTES;
  }
}
