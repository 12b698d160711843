package org.ringlight.indexer;

import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.ids.OutputIds;
import org.ringlight.protocol.Output;

/**
 * Gives out dense ids in chain order and checks what can only be checked in that order: that the
 * indices a node names continue those given out before, and that ring members exist.
 */
final class Numbering {

  private final OutputIds ids;
  private final boolean gapsKnown;
  private long transactions;
  private long outputs;
  private long rings;

  /**
   * Continues after so many rows of each kind.
   *
   * @param gapsKnown whether transactions are in quarantine, so that indices of space 0 may be
   *     taken by outputs that have no row
   */
  Numbering(OutputIds ids, StoredChain.Counts counts, boolean gapsKnown) {
    this.ids = ids;
    this.gapsKnown = gapsKnown;
    this.transactions = counts.transactions();
    this.outputs = counts.outputs();
    this.rings = counts.rings();
  }

  long nextTransaction() {
    return transactions++;
  }

  long nextRing() {
    return rings++;
  }

  /** How many outputs have ids so far. */
  long outputs() {
    return outputs;
  }

  /** The id of an output that the node says has {@code amountIndex} in its index space. */
  long nextOutput(long space, long amountIndex, Output output) {
    if (gapsKnown && space == 0 && amountIndex > ids.next(0)) {
      ids.skipRingCt(amountIndex - ids.next(0));
    }
    if (ids.next(space) != amountIndex) {
      throw new DataInvalid(
          "the node gives index "
              + Long.toUnsignedString(amountIndex)
              + " where "
              + ids.next(space)
              + " comes next",
          "output " + output.key() + " in index space " + Long.toUnsignedString(space),
          Decode.ASK_ANOTHER);
    }
    ids.add(space, outputs);
    return outputs++;
  }

  /** Passes over the outputs of a transaction that could not be read: they have indices, no ids. */
  void skipOutputs(long[] amountIndices) {
    // what cannot be read is newer than cleartext amounts: all its outputs are in space 0
    ids.skipRingCt(amountIndices.length);
  }

  /**
   * The ids of a ring's members.
   *
   * @param members amount indices
   */
  long[] members(long space, long[] members) {
    long[] found = new long[members.length];
    for (int i = 0; i < members.length; i++) {
      found[i] = ids.find(space, members[i]);
      if (found[i] == OutputIds.UNKNOWN && Long.compareUnsigned(members[i], ids.next(space)) >= 0) {
        throw new DataInvalid(
            "ring member "
                + Long.toUnsignedString(members[i])
                + " does not exist; the index space has "
                + ids.next(space)
                + " outputs",
            "index space " + Long.toUnsignedString(space),
            Decode.ASK_ANOTHER);
      }
    }
    return found;
  }
}
