package org.ringlight.truth.check;

import java.util.HashMap;
import java.util.Map;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.TransactionPrefix;

/** How many outputs each index space has so far, counted, and compared with what the node says. */
final class OutputCounts {

  private final Map<Long, Long> counts = new HashMap<>();

  /** Whether an output of this name was counted. */
  boolean has(long space, long index) {
    return Long.compareUnsigned(index, counts.getOrDefault(space, 0L)) < 0;
  }

  /** Counts the outputs of a transaction, which must have these indices. */
  void add(TransactionPrefix prefix, long[] indices) {
    if (prefix.outputs().size() != indices.length) {
      throw wrong(indices.length + " output indices for " + prefix.outputs().size() + " outputs");
    }
    for (int i = 0; i < indices.length; i++) {
      Output output = prefix.outputs().get(i);
      long space = prefix.version() == 2 && prefix.coinbase() ? 0 : output.amount();
      long index = counts.merge(space, 1L, Long::sum) - 1;
      if (index != indices[i]) {
        throw wrong("output index " + indices[i] + " where " + index + " follows");
      }
    }
  }

  private static DataInvalid wrong(String what) {
    return new DataInvalid(what, "the node's answer", "ask another node");
  }
}
