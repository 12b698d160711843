package org.ringlight.indexer;

import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.ids.OutputIds;
import org.ringlight.protocol.Output;

/**
 * Gives out dense ids in chain order and checks what can only be checked in that order: that the
 * indices a node names continue those given out before, and that ring members exist.
 */
final class Numbering implements RowNumbers {

  private final OutputIds ids;
  private final OlderOutputs older;
  private long gapAtMost;
  private long transactions;
  private long outputs;
  private long rings;

  /**
   * Continues after so many rows of each kind.
   *
   * @param gapAtMost how many of the next indices of space 0 may be taken by outputs of
   *     transactions that are in quarantine and have no rows to tell
   */
  Numbering(OutputIds ids, OlderOutputs older, StoredChain.Counts counts, long gapAtMost) {
    this.ids = ids;
    this.older = older;
    this.gapAtMost = gapAtMost;
    this.transactions = counts.transactions();
    this.outputs = counts.outputs();
    this.rings = counts.rings();
  }

  @Override
  public long nextTransaction() {
    return transactions++;
  }

  @Override
  public long nextRing() {
    return rings++;
  }

  /** How many outputs have ids so far. */
  long outputs() {
    return outputs;
  }

  @Override
  public long nextOutput(long space, long amountIndex, Output output) {
    beginIfFirst(space, amountIndex);
    if (space == 0 && gapAtMost > 0) {
      long gap = amountIndex - ids.next(0);
      ids.skipRingCt(gap > 0 && gap <= gapAtMost ? gap : 0);
      gapAtMost = 0;
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

  /** In a slice, the first output of a space is where the space begins: the node's word. */
  private void beginIfFirst(long space, long amountIndex) {
    if (older.isSlice() && amountIndex >= 0 && ids.isEmpty(space)) {
      ids.begin(space, amountIndex);
    }
  }

  /**
   * Passes over the outputs of a transaction that could not be read: they have indices, no ids.
   *
   * @throws DataInvalid where they are not the next of space 0: what is in other spaces cannot be
   *     told without reading it
   */
  void skipOutputs(CheckedTransaction.Unread unread) {
    long[] indices = unread.outputIndices();
    boolean next = !unread.isVersionOne();
    if (next && indices.length > 0) {
      beginIfFirst(0, indices[0]);
    }
    for (int i = 0; i < indices.length; i++) {
      next &= indices[i] == ids.next(0) + i;
    }
    if (!next) {
      throw new DataInvalid(
          "a transaction that cannot be read, and cannot be passed over: its outputs are not the"
              + " next ones of index space 0, "
              + unread.reason(),
          "tx " + unread.hash(),
          Decode.ASK_ANOTHER);
    }
    ids.skipRingCt(indices.length);
  }

  @Override
  public long[] members(long space, long[] members) {
    long[] found = new long[members.length];
    for (int i = 0; i < members.length; i++) {
      found[i] = ids.find(space, members[i]);
      if (older.isSlice() && ids.isBefore(space, members[i])) {
        older.need(space, members[i]);
      } else if (found[i] == OutputIds.UNKNOWN
          && Long.compareUnsigned(members[i], ids.next(space)) >= 0) {
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
