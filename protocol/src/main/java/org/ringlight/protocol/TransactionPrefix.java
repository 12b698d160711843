package org.ringlight.protocol;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part all transactions share and signatures sign. Source: monero v0.18.3.4
 * src/cryptonote_basic/cryptonote_basic.h transaction_prefix.
 *
 * @param version 1 (amounts in clear) or 2 (RingCT)
 * @param unlockTime a height below 500,000,000, else Unix seconds; unsigned
 * @param inputs in wire order
 * @param outputs in wire order
 * @param extra bytes consensus does not look into; copied in and out
 */
@SuppressWarnings("ArrayRecordComponent") // copied, and compared by content below
public record TransactionPrefix(
    long version, long unlockTime, List<Input> inputs, List<Output> outputs, byte[] extra) {

  public TransactionPrefix {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    extra = extra.clone();
  }

  @Override
  public byte[] extra() {
    return extra.clone();
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TransactionPrefix that
        && version == that.version
        && unlockTime == that.unlockTime
        && inputs.equals(that.inputs)
        && outputs.equals(that.outputs)
        && Arrays.equals(extra, that.extra);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * inputs.hashCode() + outputs.hashCode()) + Arrays.hashCode(extra);
  }

  @Override
  public String toString() {
    return "TransactionPrefix[version="
        + version
        + ", unlockTime="
        + Long.toUnsignedString(unlockTime)
        + ", inputs="
        + inputs
        + ", outputs="
        + outputs
        + ", extra="
        + HexFormat.of().formatHex(extra)
        + "]";
  }
}
