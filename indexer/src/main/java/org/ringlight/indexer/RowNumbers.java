package org.ringlight.indexer;

import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.BranchPlace;
import org.ringlight.protocol.Output;

/** Where the rows of a transaction have their dense ids from. */
interface RowNumbers {

  /** For rows off the main chain: they have none. */
  RowNumbers NONE =
      new RowNumbers() {
        @Override
        public long nextTransaction() {
          return BranchPlace.NOT_KNOWN;
        }

        @Override
        public long nextRing() {
          return BranchPlace.NOT_KNOWN;
        }

        @Override
        public long nextOutput(long space, long amountIndex, Output output) {
          return BranchPlace.NOT_KNOWN;
        }

        @Override
        public long @Nullable [] members(long space, long[] members) {
          return null;
        }
      };

  long nextTransaction();

  long nextRing();

  /**
   * The id of an output that is said to have {@code amountIndex} in its index space.
   *
   * @throws org.ringlight.failure.DataInvalid where another index comes next
   */
  long nextOutput(long space, long amountIndex, Output output);

  /**
   * The ids of a ring's members; null where none has one.
   *
   * @param members amount indices
   * @throws org.ringlight.failure.DataInvalid where one does not exist
   */
  long @Nullable [] members(long space, long[] members);
}
