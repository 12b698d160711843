package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;

/**
 * A row of {@code xmr.memberships}, the forward index; the components are the columns of {@link
 * #TABLE}. Written by the commit that writes the ring, in runs: files that each hold the members of
 * some consecutive rings in the order of outputs. Compaction merges neighbouring runs.
 */
public record MembershipRow(long outputId, long ringId, int position) {

  public static final Table<MembershipRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "memberships",
          "The forward index: an output's place in a ring. Derived from rings; members whose"
              + " output_id is absent there have no row.",
          List.of(
              required(1, "output_id", "", "The output that is a member.")
                  .int64(MembershipRow::outputId),
              required(2, "ring_id", "", "The ring it is a member of.")
                  .int64(MembershipRow::ringId),
              required(3, "position", "", "Its place among the ring's members, from 0.")
                  .int32(MembershipRow::position)),
          "output_id",
          MembershipRow::outputId,
          Cut.RING,
          MembershipRow::ringId,
          MembershipRow::read);

  private static MembershipRow read(RowSource in) {
    return new MembershipRow(in.int64(), in.int64(), in.int32());
  }
}
