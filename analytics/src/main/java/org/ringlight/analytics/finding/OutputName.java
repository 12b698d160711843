package org.ringlight.analytics.finding;

/**
 * An output by its place in an index space, the name that a reorganisation does not give to another
 * output of the same chain. Prints as {@code SPACE:INDEX}.
 *
 * @param indexSpace 0 for RingCT and version 2 coinbases, else the cleartext amount in atomic
 *     units; the 64 bits of an unsigned number
 * @param amountIndex the output's number among those of its index space, from 0, below 2^63
 */
public record OutputName(long indexSpace, long amountIndex) {

  public OutputName {
    if (amountIndex < 0) {
      throw new IllegalArgumentException("no output has the index " + amountIndex);
    }
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(indexSpace) + ":" + amountIndex;
  }
}
