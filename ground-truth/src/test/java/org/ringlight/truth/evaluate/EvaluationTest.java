package org.ringlight.truth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.finding.HeuristicId;
import org.ringlight.failure.DataInvalid;

/** Scores worked out by hand. */
class EvaluationTest {

  @TempDir Path folder;

  /** Four rings: two of era 1 with two members, two of era 2 with four. */
  private KnownRings four() {
    return new Sample(folder)
        .ring(1, 0, 5, 6)
        .ring(1, 1, 6, 7)
        .ring(2, 3, 8, 9, 10, 11)
        .sibling(2, 0, 9, 12, 13, 14)
        .known();
  }

  private static Claim resolved(int ring, long output) {
    return new Claim.RingResolved(Sample.image(ring), Sample.output(output));
  }

  private static Claim.Weights weights(int ring, long[] members, double... probabilities) {
    return new Claim.Weights(Sample.image(ring), 0, members, probabilities);
  }

  private static Evaluated evaluate(KnownRings known, Breakdown by, Finding... findings) {
    Evaluation evaluation = new Evaluation(known, by);
    List.of(findings).forEach(evaluation::accept);
    return evaluation.scores();
  }

  private static ClaimScore claim(Evaluated scores, Claim.Kind kind, String group) {
    return scores.claims().stream()
        .filter(score -> score.kind() == kind && score.group().equals(group))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void resolvedRingsAreCountedPerEra() {
    Evaluated scores =
        evaluate(
            four(),
            Breakdown.ERA,
            Sample.says("a", resolved(0, 5)),
            Sample.says("a", resolved(0, 5)), // says nothing new
            Sample.says("a", resolved(1, 6)), // wrong
            Sample.says("a", resolved(3, 9)));
    ClaimScore all = claim(scores, Claim.Kind.RING_RESOLVED, "all");
    assertThat(all.claims()).isEqualTo(3);
    assertThat(all.wrong()).isEqualTo(1);
    assertThat(all.coverage()).isEqualTo(0.75);
    assertThat(all.precision()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(all.recall()).isEqualTo(0.5);
    assertThat(claim(scores, Claim.Kind.RING_RESOLVED, "1").precision()).isEqualTo(0.5);
    ClaimScore second = claim(scores, Claim.Kind.RING_RESOLVED, "2");
    assertThat(List.of(second.precision(), second.coverage(), second.recall()))
        .containsExactly(1.0, 0.5, 0.5);
  }

  @Test
  void groupsCanBeRingSizesAndOneWithoutClaimsHasNoPrecision() {
    Evaluated scores = evaluate(four(), Breakdown.RING_SIZE, Sample.says("a", resolved(0, 5)));
    assertThat(scores.claims()).extracting(ClaimScore::group).containsExactly("all", "2", "4");
    ClaimScore none = claim(scores, Claim.Kind.RING_RESOLVED, "4");
    assertThat(none.claims()).isZero();
    assertThat(none.precision()).isNaN();
    assertThat(none.coverage()).isZero();
  }

  @Test
  void eliminatedDecoysAreMeasuredAgainstAllDecoys() {
    Evaluated scores =
        evaluate(
            four(),
            Breakdown.ERA,
            Sample.says("a", new Claim.MemberEliminated(Sample.image(2), Sample.output(8))),
            Sample.says("a", new Claim.MemberEliminated(Sample.image(2), Sample.output(8))),
            Sample.says("a", new Claim.MemberEliminated(Sample.image(2), Sample.output(10))),
            Sample.says("a", new Claim.MemberEliminated(Sample.image(3), Sample.output(9))));
    ClaimScore all = claim(scores, Claim.Kind.MEMBER_ELIMINATED, "all");
    assertThat(all.claims()).isEqualTo(3);
    assertThat(all.wrong()).isEqualTo(1);
    assertThat(all.coverage()).isEqualTo(0.5);
    assertThat(all.recall()).isEqualTo(2.0 / (1 + 1 + 3 + 3));
  }

  @Test
  void aNarrowedRingIsRightWhereItKeepsTheTrueSpend() {
    Evaluated scores =
        evaluate(
            four(),
            Breakdown.ERA,
            Sample.says("a", new Claim.RingNarrowed(Sample.image(2), 0, new long[] {8, 11})),
            Sample.says("a", new Claim.RingNarrowed(Sample.image(3), 0, new long[] {12, 13})));
    ClaimScore all = claim(scores, Claim.Kind.RING_NARROWED, "all");
    assertThat(all.wrong()).isEqualTo(1);
    assertThat(all.recall()).isEqualTo(0.25);
  }

  @Test
  void aRingIsNarrowedOnceHoweverOftenItIsSaidAndWronglyWhereAnyOfItIsWrong() {
    Finding right = narrowed(2, 8, 11);
    ClaimScore repeated =
        claim(
            evaluate(four(), Breakdown.ERA, right, right, narrowed(2, 9, 11), right),
            Claim.Kind.RING_NARROWED,
            "all");
    ClaimScore once =
        claim(evaluate(four(), Breakdown.ERA, right), Claim.Kind.RING_NARROWED, "all");
    assertThat(repeated).isEqualTo(once);
    assertThat(List.of(once.claims(), once.wrong())).containsExactly(1L, 0L);
    assertThat(once.recall()).isEqualTo(0.25);
    for (List<Finding> order :
        List.of(
            List.of(narrowed(2, 8, 9), right, narrowed(2, 8, 9)),
            List.of(right, narrowed(2, 8, 9), narrowed(2, 9, 10)))) {
      Evaluated scores = evaluate(four(), Breakdown.ERA, order.toArray(Finding[]::new));
      for (String group : List.of("all", "2")) {
        ClaimScore wrong = claim(scores, Claim.Kind.RING_NARROWED, group);
        assertThat(List.of(wrong.claims(), wrong.wrong())).containsExactly(1L, 1L);
        assertThat(wrong.recall()).isZero();
      }
    }
  }

  private static Finding narrowed(int ring, long... members) {
    return Sample.says("a", new Claim.RingNarrowed(Sample.image(ring), 0, members));
  }

  @Test
  void anOutputThatNobodySpendsIsWrongOnce() {
    Finding never = Sample.says("a", new Claim.OutputSpent(Sample.output(8)));
    Finding elsewhere = Sample.says("a", new Claim.OutputSpent(Sample.output(999)));
    ClaimScore all =
        claim(
            evaluate(four(), Breakdown.ERA, never, elsewhere, never, elsewhere),
            Claim.Kind.OUTPUT_SPENT,
            "all");
    assertThat(List.of(all.claims(), all.wrong())).containsExactly(2L, 2L);
  }

  @Test
  void spentOutputsAreJudgedWhereTheTruthIsWhole() {
    Finding spent = Sample.says("a", new Claim.OutputSpent(Sample.output(7)));
    Finding never = Sample.says("a", new Claim.OutputSpent(Sample.output(8)));
    ClaimScore all =
        claim(evaluate(four(), Breakdown.ERA, spent, never), Claim.Kind.OUTPUT_SPENT, "all");
    assertThat(List.of(all.claims(), all.wrong())).containsExactly(2L, 1L);
    assertThat(all.recall()).isEqualTo(0.25);
    assertThat(all.coverage()).isNaN();
    KnownRings partly = new Sample(folder).ring(1, 1, 6, 7).unknown(1, 8, 9).known();
    Evaluated scores = evaluate(partly, Breakdown.ERA, spent, never);
    assertThat(claim(scores, Claim.Kind.OUTPUT_SPENT, "all").wrong()).isZero();
    assertThat(scores.unjudged()).isEqualTo(1);
    assertThat(scores.ringsWithoutTruth()).isEqualTo(1);
  }

  @Test
  void claimsOfRingsWithoutTruthAreCountedApart() {
    Evaluated scores = evaluate(four(), Breakdown.ERA, Sample.says("a", resolved(99, 1)));
    assertThat(scores.unjudged()).isEqualTo(1);
    assertThat(scores.claims()).isEmpty();
  }

  @Test
  void provenClaimsAreCountedApartFromOthers() {
    Finding proven = new Finding(new HeuristicId("a", "1", ""), Guarantee.PROVEN, resolved(0, 5));
    Evaluated scores = evaluate(four(), Breakdown.ERA, proven, Sample.says("a", resolved(1, 6)));
    assertThat(scores.claims())
        .filteredOn(score -> score.group().equals("all"))
        .extracting(score -> score.claimant().level() + " " + score.wrong())
        .containsExactly("PROVEN 0", "STATISTICAL 1");
  }

  @Test
  void probabilitiesAreScored() {
    Evaluated scores =
        evaluate(
            four(),
            Breakdown.ERA,
            Sample.says("p", weights(0, new long[] {5, 6}, 0.8, 0.2)),
            Sample.says("p", weights(1, new long[] {6, 7}, 0.5, 0.5)),
            Sample.says("p", weights(2, new long[] {8, 9, 10, 11}, 0.5, 0.25, 0, 0.25)));
    PosteriorScore all = scores.posteriors().get(0);
    assertThat(all.rings()).isEqualTo(3);
    assertThat(all.coverage()).isEqualTo(0.75);
    assertThat(all.logLoss())
        .isCloseTo(-(Math.log(0.8) + Math.log(0.5) + Math.log(0.25)) / 3, within(1e-12));
    assertThat(all.uniformLogLoss()).isCloseTo((2 * Math.log(2) + Math.log(4)) / 3, within(1e-12));
    // 0.04 + 0.04; 0.25 + 0.25; 0.25 + 0.0625 + 0 + 0.5625
    assertThat(all.brier()).isCloseTo((0.08 + 0.5 + 0.875) / 3, within(1e-12));
    // right; one of two that share the top; wrong
    assertThat(all.top1().value()).isCloseTo(1.5 / 3, within(1e-9));
    double first = Math.pow(0.8, -0.8) * Math.pow(0.2, -0.2);
    double third = Math.pow(0.5, -0.5) * Math.pow(0.25, -0.5);
    assertThat(all.entropySize()).isCloseTo((first + 2 + third) / 3, within(1e-12));
    assertThat(all.guessingSize()).isCloseTo(3 / 1.8, within(1e-12));
    // 0.5 twice, together in a bin: 1/2 + 0 right of 2 x 0.5; and 0.8 that is right
    assertThat(all.calibrationError().value()).isCloseTo((0.5 + 0.2) / 3, within(1e-6));
    assertThat(scores.posteriors())
        .extracting(PosteriorScore::group)
        .containsExactly("all", "1", "2");
    assertThat(scores.calibrations().get(0).bins())
        .extracting(Calibration.Bin::rings)
        .containsExactly(2L, 1L);
  }

  @Test
  void whoRulesTheTruthOutLosesInfinitely() {
    PosteriorScore all =
        evaluate(four(), Breakdown.ERA, Sample.says("p", weights(0, new long[] {6}, 1)))
            .posteriors()
            .get(0);
    assertThat(all.logLoss()).isInfinite().isPositive();
    assertThat(all.ruledOut()).isEqualTo(1);
    assertThat(all.brier()).isEqualTo(2);
    assertThat(all.calibrationError().value()).isEqualTo(1);
  }

  @Test
  void collisionsCountAgreementAndContradiction() {
    Evaluated scores =
        evaluate(
            four(),
            Breakdown.ERA,
            Sample.says("a", resolved(0, 5)),
            Sample.says("a", resolved(1, 6)),
            Sample.says("a", resolved(1, 7)), // contradicts itself
            Sample.says("b", resolved(0, 5)),
            Sample.says("b", resolved(1, 7)),
            Sample.says("b", resolved(2, 8)),
            Sample.says("c", resolved(3, 9)));
    assertThat(scores.collisions())
        .extracting(
            pair ->
                List.of(
                    pair.first().toString(),
                    pair.second().toString(),
                    pair.both(),
                    pair.agree(),
                    pair.differ(),
                    pair.onlyFirst(),
                    pair.onlySecond(),
                    pair.disjoint()))
        .containsExactly(
            List.of("a", "a", 2L, 1L, 1L, 0L, 0L, false),
            List.of("a", "b", 2L, 1L, 1L, 0L, 1L, false),
            List.of("a", "c", 0L, 0L, 0L, 2L, 1L, true),
            List.of("b", "b", 3L, 3L, 0L, 0L, 0L, false),
            List.of("b", "c", 0L, 0L, 0L, 3L, 1L, true),
            List.of("c", "c", 1L, 1L, 0L, 0L, 0L, false));
  }

  @Test
  void anOutputOutsideTheRingAndASecondPosteriorAreRefused() {
    Evaluation evaluation = new Evaluation(four(), Breakdown.ERA);
    assertThatThrownBy(() -> evaluation.accept(Sample.says("a", resolved(0, 7))))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("0:7 is not a member");
    Finding weights = Sample.says("a", weights(0, new long[] {5}, 1));
    evaluation.accept(weights);
    assertThatThrownBy(() -> evaluation.accept(weights)).isInstanceOf(DataInvalid.class);
  }

  @Test
  void endlessHeuristicsAreRefused() {
    Evaluation evaluation = new Evaluation(four(), Breakdown.ERA);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                evaluation.accept(Sample.says("a" + i, resolved(0, 5)));
              }
            })
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("more than 64");
  }
}
