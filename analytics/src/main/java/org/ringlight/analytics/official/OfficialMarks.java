package org.ringlight.analytics.official;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<Long, IndexSpace> byAmount = new HashMap<>();
  private final SlotMarks marks;
  private final long[] ofRingCt = new long[OfficialRule.values().length + 1];
  private final long[] ofClear = new long[OfficialRule.values().length + 1];

  /**
   * @param spaces ascending
   */
  OfficialMarks(List<IndexSpace> spaces, SlotMarks marks) {
    this.spaces = spaces;
    this.marks = marks;
    spaces.forEach(space -> byAmount.put(space.amount(), space));
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

  /**
   * The faulty rule that a mark rests on: the rule that made it, or one whose marks the chain
   * reaction took for granted. That the mark is false does not follow, only that it does not follow
   * from what it was made of. Empty where every rule that led to it is right, and where there is no
   * mark.
   *
   * <p>Only {@link OfficialRule#FULL_COUNT} can be at fault, and only where outputs with a view tag
   * were before the ring: without them, and on a chain that spends nothing twice, what it marks is
   * a closed set, as is what the rules before it mark.
   */
  public Optional<OfficialRule> fault(long indexSpace, long amountIndex) {
    @Nullable IndexSpace space = byAmount.get(indexSpace);
    return space != null
            && amountIndex >= 0
            && amountIndex < space.size()
            && marks.isMiscounted(space.slot((int) amountIndex))
        ? Optional.of(OfficialRule.FULL_COUNT)
        : Optional.empty();
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
