package org.ringlight.truth.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.FindingSink;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.OutputName;

/**
 * Holds findings against the truth as they are made, and scores them at the end. Findings are not
 * kept: of each claimant, what is in memory is at most 16 bytes for every ring, two bits for every
 * member, and the name of every output that it wrongly claims spent.
 */
public final class Evaluation implements FindingSink {

  /** A file with more claimants than this has something else in the heuristic's field. */
  private static final int MOST_CLAIMANTS = 64;

  private final KnownRings known;
  private final RingColumns rings;
  private final Breakdown by;
  private final Grouping groups;
  private final Map<Claimant, ClaimTally> claims = new LinkedHashMap<>();
  private final Map<Claimant, PosteriorTally> posteriors = new LinkedHashMap<>();
  private long unjudged;

  public Evaluation(KnownRings known, Breakdown by) {
    this.known = known;
    this.rings = known.columns();
    this.by = by;
    this.groups = new Grouping(rings, by);
  }

  /**
   * Judges a finding.
   *
   * @throws DataInvalid where it names an output that is not in its ring, or gives a ring
   *     probabilities a second time
   */
  @Override
  public void accept(Finding finding) {
    if (finding.claim() instanceof Claim.ClosedSet) {
      return; // what it says of rings and outputs, claims of their own say
    }
    Claimant claimant = new Claimant(finding.heuristic(), finding.guarantee().level());
    ClaimTally tally = claims.computeIfAbsent(claimant, this::begin);
    if (finding.claim() instanceof Claim.OutputSpent spent) {
      judge(tally, spent);
    } else if (finding.claim() instanceof Claim.OfRing claim) {
      int ring = known.find(claim.keyImage());
      if (ring < 0) {
        unjudged++;
      } else {
        judge(claimant, tally, claim, ring);
      }
    }
  }

  private ClaimTally begin(Claimant claimant) {
    if (claims.size() == MOST_CLAIMANTS) {
      throw new DataInvalid(
          "more than " + MOST_CLAIMANTS + " heuristics, versions and parameters",
          "heuristic " + claimant,
          "evaluate them in several runs");
    }
    return new ClaimTally(rings, groups);
  }

  private void judge(ClaimTally tally, Claim.OutputSpent spent) {
    int ring = known.spender(spent.output());
    if (ring >= 0) {
      tally.spentBy(ring);
    } else if (known.withoutTruth() == 0) {
      tally.spentByNobody(spent.output());
    } else {
      unjudged++;
    }
  }

  private void judge(Claimant claimant, ClaimTally tally, Claim.OfRing claim, int ring) {
    boolean holdsTrueSpend = false;
    int slot = -1;
    for (long amountIndex : claim.amountIndexes()) {
      slot = slot(ring, claim, amountIndex);
      holdsTrueSpend |= slot == rings.trueSlot(ring);
    }
    switch (claim.kind()) {
      case RING_RESOLVED -> tally.resolved(ring, slot);
      case MEMBER_ELIMINATED -> tally.eliminated(ring, slot);
      case RING_NARROWED -> tally.narrowed(ring, holdsTrueSpend);
      case WEIGHTS ->
          posteriors
              .computeIfAbsent(claimant, first -> new PosteriorTally(rings, groups))
              .add(ring, (Claim.Weights) claim);
      case OUTPUT_SPENT, CLOSED_SET -> throw new IllegalArgumentException("of no ring: " + claim);
    }
  }

  private int slot(int ring, Claim.OfRing claim, long amountIndex) {
    int slot = claim.indexSpace() == rings.space(ring) ? rings.slot(ring, amountIndex) : -1;
    if (slot < 0) {
      throw new DataInvalid(
          new OutputName(claim.indexSpace(), amountIndex) + " is not a member of the ring",
          "ring " + claim.keyImage(),
          "ringlight ring KEYIMAGE shows its members");
    }
    return slot;
  }

  /** The scores of all findings so far. */
  public Evaluated scores() {
    GroupSizes sizes = new GroupSizes(rings, groups);
    List<ClaimScore> claimScores = new ArrayList<>();
    claims.forEach((who, tally) -> claimScores.addAll(tally.scores(who, sizes)));
    List<PosteriorScore> posteriorScores = new ArrayList<>();
    List<Calibration> calibrations = new ArrayList<>();
    posteriors.forEach((who, tally) -> tally.score(who, sizes, posteriorScores, calibrations));
    return new Evaluated(
        rings.count(),
        known.notInTables(),
        known.withoutTruth(),
        unjudged,
        by,
        claimScores,
        posteriorScores,
        calibrations,
        collisions());
  }

  /** Of every two claimants that resolve rings, and of each with itself. */
  private List<Collision> collisions() {
    List<Claimant> resolvers =
        claims.entrySet().stream()
            .filter(entry -> entry.getValue().resolvesRings())
            .map(Map.Entry::getKey)
            .toList();
    List<Collision> collisions = new ArrayList<>();
    for (int i = 0; i < resolvers.size(); i++) {
      for (Claimant other : resolvers.subList(i, resolvers.size())) {
        Claimant one = resolvers.get(i);
        collisions.add(
            Objects.requireNonNull(claims.get(one))
                .against(Objects.requireNonNull(claims.get(other)), one, other));
      }
    }
    return collisions;
  }
}
