package org.ringlight.indexer.ids;

import org.ringlight.protocol.bitcoin.ScriptType;

/**
 * What an input needs to know of the output it spends.
 *
 * @param value satoshi
 * @param addressId {@link #NO_ADDRESS} where its script names none
 */
public record SpentOutput(long outputId, long value, long addressId, ScriptType type) {

  public static final long NO_ADDRESS = -1;

  private static final int VALUE_BITS = 51;
  private static final int TYPE_BITS = 4;
  private static final int ID_BITS = 36;
  private static final int LOW_ADDRESS_BITS = Long.SIZE - ID_BITS;
  private static final long LIMIT = (1L << ID_BITS) - 1;

  public SpentOutput {
    if (value < 0 || value >>> VALUE_BITS != 0 || outputId > LIMIT || addressId >= LIMIT) {
      throw new IllegalArgumentException(
          "no output has value " + value + ", id " + outputId + ", address " + addressId);
    }
  }

  /** Value, kind, and the high bits of the address. */
  long firstWord() {
    return value
        | (long) Scripts.code(type) << VALUE_BITS
        | (addressId + 1) >>> LOW_ADDRESS_BITS << (VALUE_BITS + TYPE_BITS);
  }

  /** Id, and the low bits of the address. */
  long secondWord() {
    return outputId | (addressId + 1) << ID_BITS;
  }

  static SpentOutput of(long first, long second) {
    long address = (second >>> ID_BITS) | (first >>> (VALUE_BITS + TYPE_BITS)) << LOW_ADDRESS_BITS;
    return new SpentOutput(
        second & LIMIT,
        first & ((1L << VALUE_BITS) - 1),
        address - 1,
        Scripts.ofCode((int) (first >>> VALUE_BITS) & ((1 << TYPE_BITS) - 1)));
  }
}
