package org.ringlight.analytics.bitcoin.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringlight.analytics.bitcoin.taint.Sketch.to;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.taint.Sketch;
import org.ringlight.analytics.bitcoin.taint.TaintMethod;
import org.ringlight.analytics.bitcoin.taint.TaintPolicy;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * Stories drawn by hand. The subject is 0, the exchanges are 1 and 2, the mixer 3; 4 to 9 nobody.
 */
class ExposureTest {

  private static final Labels LABELS =
      new NamedLabels(List.of("exchange", "mixer"), new int[] {-1, 0, 0, 1});

  private final Sketch sketch = new Sketch();

  @Test
  void directAndIndirectAndTheRestAreTheWhole() {
    long mine = sketch.block(to(0, 100));
    // 50 to an exchange, 30 to nobody, 15 change, fee 5
    long paid = sketch.spend(List.of(mine), to(1, 50), to(4, 30), to(0, 15));
    sketch.spend(List.of(paid + 1), to(3, 20), to(5, 10));
    Exposure out = out(TaintMethod.HAIRCUT, 5);

    assertThat(out.total()).isEqualTo(85);
    assertThat(out.categories())
        .containsExactly(
            new CategoryExposure("exchange", 50, 0, 1, 0),
            new CategoryExposure("mixer", 0, 20, 0, 1));
    assertThat(out.rest())
        .containsEntry(Unattributed.UNSPENT, 10L)
        .containsEntry(Unattributed.FEES, 5L)
        .containsEntry(Unattributed.HOP_LIMIT, 0L)
        .containsEntry(Unattributed.RETURNED, 0L);
    assertThat(out.share(out.categories().get(0).value())).isEqualTo(50.0 / 85);
  }

  @Test
  void nothingIsFollowedThroughAService() {
    long mine = sketch.block(to(0, 100));
    long deposit = sketch.spend(List.of(mine), to(1, 100));
    sketch.spend(List.of(deposit), to(3, 100));

    assertThat(out(TaintMethod.FIFO, 9).categories())
        .containsExactly(
            new CategoryExposure("exchange", 100, 0, 1, 0),
            new CategoryExposure("mixer", 0, 0, 0, 0));
  }

  @Test
  void hopsBeyondTheLimitAreTheRest() {
    long mine = sketch.block(to(0, 100));
    long first = sketch.spend(List.of(mine), to(4, 100));
    long second = sketch.spend(List.of(first), to(5, 100));
    sketch.spend(List.of(second), to(1, 100));

    assertThat(out(TaintMethod.FIFO, 3).categories().get(0).indirect()).isEqualTo(100);
    assertThat(out(TaintMethod.FIFO, 2).rest()).containsEntry(Unattributed.HOP_LIMIT, 100L);
    assertThat(out(TaintMethod.FIFO, 1).rest()).containsEntry(Unattributed.HOP_LIMIT, 100L);
  }

  @Test
  void movingCoinsAmongOnesOwnAddressesIsNoHop() {
    long mine = sketch.block(to(0, 100));
    long moved = sketch.spend(List.of(mine), to(0, 60), to(0, 40));
    long paid = sketch.spend(List.of(moved, moved + 1), to(4, 100));
    long same = sketch.spend(List.of(paid), to(4, 100));
    sketch.spend(List.of(same), to(1, 100));
    Exposure out = out(TaintMethod.HAIRCUT, 2);

    assertThat(out.total()).isEqualTo(100);
    assertThat(out.categories().get(0)).isEqualTo(new CategoryExposure("exchange", 0, 100, 0, 2));
  }

  @Test
  void whatComesBackIsReturnedAndCountsAgainWhenItIsSentAgain() {
    long mine = sketch.block(to(0, 100));
    long lent = sketch.spend(List.of(mine), to(4, 100));
    long back = sketch.spend(List.of(lent), to(0, 100));
    sketch.spend(List.of(back), to(1, 100));
    Exposure out = out(TaintMethod.LIFO, 5);

    assertThat(out.total()).isEqualTo(200);
    assertThat(out.categories().get(0).direct()).isEqualTo(100);
    assertThat(out.rest()).containsEntry(Unattributed.RETURNED, 100L);
    Exposure in = in(TaintMethod.LIFO, 5);
    assertThat(in.total()).isEqualTo(200);
    assertThat(in.rest())
        .containsEntry(Unattributed.MINED, 100L)
        .containsEntry(Unattributed.RETURNED, 100L);
  }

  @Test
  void whatCameFromServicesIsSeenFromTheReceiver() {
    long exchange = sketch.block(to(1, 60));
    long mixer = sketch.block(to(3, 40));
    long unknown = sketch.block(to(6, 100));
    long middle = sketch.spend(List.of(mixer, unknown), to(5, 140));
    sketch.spend(List.of(exchange), to(0, 60));
    sketch.spend(List.of(middle), to(0, 70), to(7, 70));
    Exposure in = in(TaintMethod.HAIRCUT, 3);

    assertThat(in.total()).isEqualTo(130);
    assertThat(in.categories())
        .containsExactly(
            new CategoryExposure("exchange", 60, 0, 1, 0),
            new CategoryExposure("mixer", 0, 20, 0, 1));
    assertThat(in.rest())
        .containsEntry(Unattributed.UNKNOWN, 50L)
        .containsEntry(Unattributed.MINED, 0L);
    assertThat(in(TaintMethod.HAIRCUT, 1).rest()).containsEntry(Unattributed.UNKNOWN, 70L);
  }

  @Test
  void everyWayIsAPath() {
    long mine = sketch.block(to(0, 100));
    long fan = sketch.spend(List.of(mine), to(4, 50), to(5, 50));
    long left = sketch.spend(List.of(fan), to(6, 25), to(7, 25));
    long join = sketch.spend(List.of(left, left + 1, fan + 1), to(8, 100));
    sketch.spend(List.of(join), to(1, 60), to(2, 40));

    assertThat(out(TaintMethod.HAIRCUT, 9).categories().get(0))
        .isEqualTo(new CategoryExposure("exchange", 0, 100, 0, 6));
  }

  @Test
  void coinsThatArriveInTwoPiecesTookNoMoreWays() {
    long mine = sketch.block(to(0, 5));
    long other = sketch.block(to(4, 5));
    long more = sketch.block(to(0, 5));
    sketch.spend(List.of(mine, other, more), to(1, 15));

    assertThat(out(TaintMethod.FIFO, 1).categories().get(0))
        .isEqualTo(new CategoryExposure("exchange", 10, 0, 2, 0));
  }

  @Test
  void questionsWithoutAnswersAreRefused() {
    assertThatThrownBy(() -> out(TaintMethod.POISON, 3))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("poison");
    assertThatThrownBy(() -> out(TaintMethod.FIFO, 0))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("0 hops");
  }

  private Exposure out(TaintMethod method, int hops) {
    return exposure(Direction.OUT, method, hops);
  }

  private Exposure in(TaintMethod method, int hops) {
    return exposure(Direction.IN, method, hops);
  }

  private Exposure exposure(Direction direction, TaintMethod method, int hops) {
    ExposureTrace trace =
        new ExposureTrace(
            new ExposureQuestion(entity -> entity == 0, direction, hops, TaintPolicy.of(method)),
            address -> address,
            LABELS);
    sketch.transactions().forEach(trace::accept);
    return trace.report();
  }
}
