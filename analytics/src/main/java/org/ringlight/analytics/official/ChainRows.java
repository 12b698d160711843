package org.ringlight.analytics.official;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.RingRow;

/** Rings and outputs of the tables in the order in which the tool meets them. */
final class ChainRows {

  /** How often a listener hears of rings, in rings. */
  private static final int EVERY = 1 << 12;

  /** Reads along. */
  interface Reader {

    /**
     * The next ring of the chain.
     *
     * @param members amount indexes in wire order, at least one; good until this returns
     */
    void ring(long indexSpace, long[] members);

    /** The next output; those of a transaction come after all its rings. */
    void output(long indexSpace, long amountIndex, Tagging tagging);
  }

  /** What kind of target an output has. */
  enum Tagging {
    /** {@code txout_to_key}. */
    UNTAGGED,
    /** {@code txout_to_tagged_key}, since hard fork 15. */
    TAGGED
  }

  private ChainRows() {}

  /**
   * @throws ConfigurationInvalid where the tables begin above genesis
   * @throws DataInvalid where a transaction of the chain is not in them
   */
  static void requireWhole(Snapshot tables) {
    OptionalLong lowest = tables.lowestHeight(BlockRow.TABLE);
    if (lowest.isPresent() && lowest.getAsLong() > 0) {
      throw new ConfigurationInvalid(
          "the official rules count from genesis, and the tables begin later",
          "height " + lowest.getAsLong(),
          "index the chain from height 0 into another folder");
    }
    try (Rows<QuarantineRow> unread = tables.scan(QuarantineRow.TABLE)) {
      if (unread.hasNext()) {
        QuarantineRow first = unread.next();
        throw new DataInvalid(
            "the official rules count all rings, and the tables miss those of a transaction that"
                + " could not be read",
            "height " + first.height() + ", " + first.place(),
            "see xmr.quarantine; index again with a version that reads it");
      }
    }
  }

  static void read(Snapshot tables, OfficialRules.ReadListener listener, Reader reader) {
    long count = tables.count(RingRow.TABLE);
    long read = 0;
    try (Rows<RingRow> rings = tables.scan(RingRow.TABLE);
        Rows<OutputRow> outputs = tables.scan(OutputRow.TABLE)) {
      OutputRow output = next(outputs);
      while (rings.hasNext()) {
        RingRow ring = rings.next();
        while (output != null && output.txId() < ring.txId()) {
          give(output, reader);
          output = next(outputs);
        }
        reader.ring(ring.indexSpace(), ring.members());
        if (++read % EVERY == 0) {
          listener.read(read, count);
        }
      }
      for (; output != null; output = next(outputs)) {
        give(output, reader);
      }
    }
    listener.read(read, count);
  }

  private static @Nullable OutputRow next(Rows<OutputRow> outputs) {
    return outputs.hasNext() ? outputs.next() : null;
  }

  private static void give(OutputRow output, Reader reader) {
    reader.output(
        output.indexSpace(),
        output.amountIndex(),
        output.viewTag() == null ? Tagging.UNTAGGED : Tagging.TAGGED);
  }
}
