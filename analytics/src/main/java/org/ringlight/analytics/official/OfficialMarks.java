package org.ringlight.analytics.official;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the official rules mark as spent on a chain. Never changes; safe for several threads. */
public final class OfficialMarks {

  /** Sees marks. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * An output that is marked.
     *
     * @param indexSpace 0 for RingCT outputs and version 2 coinbases, else the cleartext amount in
     *     atomic units, unsigned
     * @param rule that marked it first
     */
    void marked(long indexSpace, long amountIndex, OfficialRule rule);
  }

  private final List<IndexSpace> spaces;
  private final SlotMarks marks;
  private final long[] ofRingCt = new long[OfficialRule.values().length + 1];
  private final long[] ofClear = new long[OfficialRule.values().length + 1];

  /**
   * @param spaces ascending
   */
  OfficialMarks(List<IndexSpace> spaces, SlotMarks marks) {
    this.spaces = spaces;
    this.marks = marks;
    forEach((space, index, rule) -> (space == 0 ? ofRingCt : ofClear)[rule.code()]++);
  }

  /** Shows every mark once, in the order of the tool's export: ascending by space, then index. */
  public void forEach(Visitor visitor) {
    for (IndexSpace space : spaces) {
      for (int index = 0; index < space.size(); index++) {
        @Nullable OfficialRule rule = marks.rule(space.slot(index));
        if (rule != null) {
          visitor.marked(space.amount(), index, rule);
        }
      }
    }
  }

  /** How many outputs a rule marked first, which is what the tool's log says of it. */
  public long count(OfficialRule rule) {
    return ringCtCount(rule) + clearCount(rule);
  }

  /** The same of index space 0, {@code rct-} in the tool's log. */
  public long ringCtCount(OfficialRule rule) {
    return ofRingCt[rule.code()];
  }

  /** The same of all other index spaces, {@code pre-rct-} in the tool's log. */
  public long clearCount(OfficialRule rule) {
    return ofClear[rule.code()];
  }
}
