package org.ringlight.protocol;

/**
 * What a ring calls its members: an output is named by a number that counts the outputs of its
 * index space in chain order. A reorganisation may give the name to another output, so who keeps a
 * name keeps the tip it belongs to beside it. Prints as {@code SPACE:INDEX}.
 *
 * @param indexSpace 0 for RingCT outputs and version 2 coinbases, else the cleartext amount in
 *     atomic units, unsigned
 * @param amountIndex from 0, unsigned
 */
public record OutputName(long indexSpace, long amountIndex) {

  @Override
  public String toString() {
    return Long.toUnsignedString(indexSpace) + ":" + Long.toUnsignedString(amountIndex);
  }
}
