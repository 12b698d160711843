package org.ringlight.analytics.heuristic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.ring.Ring;
import org.ringlight.analytics.ring.RingList;
import org.ringlight.analytics.ring.SampleRings;
import org.ringlight.protocol.OutputName;

class BaselinesTest {

  private static List<Claim> claims(Heuristic heuristic, Ring... rings) {
    List<Finding> findings = new ArrayList<>();
    heuristic.run(new RingList(List.of(rings), 100), findings::add);
    assertThat(findings)
        .allMatch(finding -> finding.guarantee().equals(Guarantee.STATISTICAL))
        .allMatch(finding -> finding.heuristic().equals(heuristic.card().id()));
    return findings.stream().map(Finding::claim).toList();
  }

  @Test
  void uniformGivesEveryMemberTheSame() {
    assertThat(claims(new UniformGuess(), SampleRings.ring(1, 10, 20, 30, 40)))
        .containsExactly(
            new Claim.Weights(
                SampleRings.image(1),
                0,
                new long[] {10, 20, 30, 40},
                new double[] {0.25, 0.25, 0.25, 0.25}));
  }

  @Test
  void aMemberThatStandsInARingTwiceIsOneMember() {
    assertThat(claims(new UniformGuess(), SampleRings.ring(1, 10, 20, 20, 40, 20)))
        .containsExactly(
            new Claim.Weights(
                SampleRings.image(1),
                0,
                new long[] {10, 20, 40},
                new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}));
  }

  @Test
  void newestIsTheLargestIndexWhereverItStands() {
    assertThat(
            claims(
                new GuessNewest(),
                SampleRings.ring(1, 10, 20, 30),
                SampleRings.ring(2, 30, 20, 10),
                SampleRings.ring(3, 7)))
        .containsExactly(
            new Claim.RingResolved(SampleRings.image(1), new OutputName(0, 30)),
            new Claim.RingResolved(SampleRings.image(2), new OutputName(0, 30)),
            new Claim.RingResolved(SampleRings.image(3), new OutputName(0, 7)));
  }

  @Test
  void nothingIsSaidOfARingWithoutMembersOrScores() {
    assertThat(claims(new GuessNewest(), SampleRings.ring(1))).isEmpty();
    assertThat(claims(new UniformGuess(), SampleRings.ring(1))).isEmpty();
    RingScorer silent =
        new RingScorer() {
          @Override
          public Card card() {
            return Card.of("silent", "1", Guarantee.STATISTICAL);
          }

          @Override
          public double score(Ring ring, int position) {
            return 0;
          }
        };
    assertThat(claims(silent, SampleRings.ring(1, 2, 3))).isEmpty();
  }
}
