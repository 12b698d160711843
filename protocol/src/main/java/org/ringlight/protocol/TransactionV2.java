package org.ringlight.protocol;

/**
 * A RingCT transaction, or a coinbase of hard fork 4 and later. Source: monero v0.18.3.4
 * src/cryptonote_basic/cryptonote_basic.h transaction and src/ringct/rctTypes.h rctSigBase,
 * rctSigPrunable.
 *
 * @param base what a pruned node keeps
 * @param prunable what it may leave out: proofs and signatures
 */
public record TransactionV2(TransactionPrefix prefix, RingCtBase base, Prunable prunable)
    implements Transaction {

  public TransactionV2 {
    if (prefix.version() != 2) {
      throw new IllegalArgumentException("version 2 wanted, not " + prefix.version());
    }
    boolean plain = base.type() == RingCtType.NULL;
    if (prefix.inputs().isEmpty() && !plain) {
      throw new IllegalArgumentException(
          "without inputs there is no RingCT part, not type " + base.type());
    }
    if (plain != prunable instanceof Prunable.None) {
      throw new IllegalArgumentException(base.type() + " does not go with " + prunable);
    }
    int outputs = plain ? 0 : prefix.outputs().size();
    int pseudoOutputs = base.type().pseudoOutputsInBase() ? prefix.inputs().size() : 0;
    if (base.commitments().size() != outputs || base.pseudoOutputs().size() != pseudoOutputs) {
      throw new IllegalArgumentException(
          outputs
              + " commitments and "
              + pseudoOutputs
              + " pseudo outputs wanted, not "
              + base.commitments().size()
              + " and "
              + base.pseudoOutputs().size());
    }
  }
}
