package org.ringlight.analytics.official;

import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.RingRow;

/**
 * Marks as spent exactly those outputs that monero's {@code monero-blockchain-mark-spent-outputs}
 * of v0.18.0.0 marks on one chain, without options that change its rules ({@code --rct-only},
 * {@code --check-subsets}, {@code --extra-spent-list}). It is there to compare with: some of its
 * rules are wrong, as {@link OfficialRule} says of each.
 *
 * <p>The tool reads transactions in chain order. Every input that is no coinbase's counts a ring
 * and tries the rules; only then does the transaction's own output count. Ring members follow from
 * relative offsets, of which it drops those that are 0, the first apart: a member named twice in
 * succession is one member, a member that comes again after others is two.
 *
 * <p>In memory: 4 bytes for each ring member, up to 60 for each ring and 12 for each output.
 */
public final class OfficialRules {

  /** Hears how far the tables are read; what it throws ends the run. */
  @FunctionalInterface
  public interface ReadListener {
    /** So many rings of so many are read. */
    void read(long rings, long of);
  }

  private OfficialRules() {}

  /**
   * The marks on the chain of {@code tables}, which are those of namespace {@code xmr}.
   *
   * @throws ConfigurationInvalid where they do not begin at genesis: the rules count from there
   * @throws DataInvalid where they have a gap, or a transaction is in quarantine
   */
  public static OfficialMarks run(Snapshot tables, ReadListener listener) {
    ChainRows.requireWhole(tables);
    FirstPass first = new FirstPass(tables.count(RingRow.TABLE));
    ChainRows.read(tables, listener, first);
    return first.marks();
  }
}
