package org.ringlight.protocol;

import java.util.List;

/**
 * The part all transactions share and signatures sign. Source: monero v0.18.3.4
 * src/cryptonote_basic/cryptonote_basic.h transaction_prefix.
 *
 * @param version 1 (amounts in clear) or 2 (RingCT)
 * @param unlockTime a height below 500,000,000, else Unix seconds; unsigned
 * @param inputs in wire order
 * @param outputs in wire order
 * @param extra bytes consensus does not look into
 */
public record TransactionPrefix(
    long version, long unlockTime, List<Input> inputs, List<Output> outputs, Bytes extra) {

  public TransactionPrefix {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Whether this is a block's miner transaction: exactly one input, and it makes new coins. */
  public boolean coinbase() {
    return inputs.size() == 1 && inputs.get(0) instanceof Input.Coinbase;
  }

  /**
   * The ring size by which a version 2 transaction lays out its signatures: that of the first
   * input, 1 where it is a coinbase, 0 without inputs. Source: monero v0.18.3.4
   * src/cryptonote_basic/cryptonote_basic.h transaction, the mixin given to
   * serialize_rctsig_prunable.
   */
  public int firstRingSize() {
    if (inputs.isEmpty()) {
      return 0;
    }
    return inputs.get(0) instanceof Input.ToKey ring ? ring.offsets().size() : 1;
  }
}
