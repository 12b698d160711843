package org.ringlight.truth.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.protocol.OutputName;

/** What one claimant's claims came to, beside its probabilities. */
final class ClaimTally {

  /** Claims of one kind. */
  private static final class Count {
    private final long[] claims;
    private final long[] wrong;
    private final BitSet rings = new BitSet();

    private Count(int groups) {
      this.claims = new long[groups];
      this.wrong = new long[groups];
    }

    private void add(int group, boolean right) {
      claims[group]++;
      wrong[group] += right ? 0 : 1;
    }

    /** One that was counted as right is wrong. */
    private void retract(int group) {
      wrong[group]++;
    }
  }

  private final RingColumns rings;
  private final Grouping groups;
  private final Map<Claim.Kind, Count> counts = new EnumMap<>(Claim.Kind.class);
  private final BitSet resolvedSlots = new BitSet();
  private final BitSet eliminatedSlots = new BitSet();
  private final BitSet twoWays = new BitSet();
  private final BitSet wronglyNarrowed = new BitSet();
  private final Set<OutputName> spentByNobody = new HashSet<>();
  private int[] resolution = new int[0]; // by ring: slot + 1

  ClaimTally(RingColumns rings, Grouping groups) {
    this.rings = rings;
    this.groups = groups;
  }

  private Count count(Claim.Kind kind) {
    return counts.computeIfAbsent(kind, first -> new Count(groups.count()));
  }

  private void add(Claim.Kind kind, int ring, boolean right) {
    Count count = count(kind);
    count.add(Grouping.ALL, right);
    count.add(groups.of(ring), right);
    count.rings.set(ring);
  }

  /** The ring is said to spend the member with this slot. */
  void resolved(int ring, int slot) {
    if (resolvedSlots.get(slot)) {
      return;
    }
    resolvedSlots.set(slot);
    if (resolution.length == 0) {
      resolution = new int[rings.count()];
    }
    if (resolution[ring] == 0) {
      resolution[ring] = slot + 1;
    } else {
      twoWays.set(ring);
    }
    add(Claim.Kind.RING_RESOLVED, ring, slot == rings.trueSlot(ring));
  }

  /** The ring is said not to spend the member with this slot. */
  void eliminated(int ring, int slot) {
    if (!eliminatedSlots.get(slot)) {
      eliminatedSlots.set(slot);
      add(Claim.Kind.MEMBER_ELIMINATED, ring, slot != rings.trueSlot(ring));
    }
  }

  /**
   * The ring is said to spend one of some members. All that is said so of a ring is one claim, that
   * all of it holds: it is wrong where any of it is.
   */
  void narrowed(int ring, boolean holdsTrueSpend) {
    Count count = count(Claim.Kind.RING_NARROWED);
    if (!count.rings.get(ring)) {
      add(Claim.Kind.RING_NARROWED, ring, holdsTrueSpend);
    } else if (!holdsTrueSpend && !wronglyNarrowed.get(ring)) {
      count.retract(Grouping.ALL);
      count.retract(groups.of(ring));
    }
    if (!holdsTrueSpend) {
      wronglyNarrowed.set(ring);
    }
  }

  /** An output is said to be spent that this ring does spend. */
  void spentBy(int ring) {
    if (!count(Claim.Kind.OUTPUT_SPENT).rings.get(ring)) {
      add(Claim.Kind.OUTPUT_SPENT, ring, true);
    }
  }

  /** An output is said to be spent that no ring spends. */
  void spentByNobody(OutputName output) {
    if (spentByNobody.add(output)) {
      count(Claim.Kind.OUTPUT_SPENT).add(Grouping.ALL, false);
    }
  }

  /** Whether any ring is resolved. */
  boolean resolvesRings() {
    return resolution.length > 0;
  }

  /** What this and another say of the same rings. */
  Collision against(ClaimTally other, Claimant self, Claimant named) {
    long both = 0;
    long agree = 0;
    long onlyThis = 0;
    long onlyOther = 0;
    for (int ring = 0; ring < resolution.length; ring++) {
      int here = resolution[ring];
      int there = other.resolution[ring];
      both += here != 0 && there != 0 ? 1 : 0;
      agree += here != 0 && here == there ? 1 : 0;
      onlyThis += here != 0 && there == 0 ? 1 : 0;
      onlyOther += here == 0 && there != 0 ? 1 : 0;
    }
    if (other == this) {
      agree -= twoWays.cardinality();
    }
    return new Collision(self, named, both, agree, both - agree, onlyThis, onlyOther);
  }

  /** The scores of every kind and group in which something was claimed. */
  List<ClaimScore> scores(Claimant claimant, GroupSizes sizes) {
    List<ClaimScore> scores = new ArrayList<>();
    for (Map.Entry<Claim.Kind, Count> entry : counts.entrySet()) {
      Count count = entry.getValue();
      long[] covered = new long[groups.count()];
      covered[Grouping.ALL] = count.rings.cardinality();
      count.rings.stream().forEach(ring -> covered[groups.of(ring)]++);
      for (int group = 0; group < groups.count(); group++) {
        scores.add(score(claimant, entry.getKey(), group, covered[group], sizes));
      }
    }
    return scores;
  }

  private ClaimScore score(
      Claimant claimant, Claim.Kind kind, int group, long covered, GroupSizes sizes) {
    long claims = count(kind).claims[group];
    long wrong = count(kind).wrong[group];
    Estimate precision = Estimate.share(claims - wrong, claims);
    double coverage =
        kind == Claim.Kind.OUTPUT_SPENT ? Double.NaN : (double) covered / sizes.rings(group);
    return new ClaimScore(
        claimant,
        kind,
        groups.name(group),
        claims,
        wrong,
        coverage,
        precision.value(),
        precision.low(),
        precision.high(),
        (double) (claims - wrong) / sizes.claimable(kind, group));
  }
}
