package org.ringlight.truth.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringlight.failure.DataInvalid;

class ValuesTest {

  private static final long SCALE = 10_000;

  private final Values values = new Values(SCALE);

  private long[] paid(long in, long fee, @Nullable Long... amounts) {
    return values.paid(in, fee * SCALE, Arrays.asList(amounts), "height 7");
  }

  @Test
  void knownAmountsAreDividedAndTheRestIsTheFee() {
    assertThat(paid(10_000, 1_000, 6_000 * SCALE + 9_999, 3_000 * SCALE))
        .containsExactly(6_000, 3_000);
  }

  @Test
  void whatHoldsNothingHoldsDustWhichTheFeePays() {
    assertThat(paid(10_000, 1_000, 9_000 * SCALE, 0L)).containsExactly(9_000, Values.DUST);
  }

  @Test
  void whereTheFeeDoesNotDoTheLargestOutputPays() {
    assertThat(paid(10_000, 100, 2_000 * SCALE, 7_900 * SCALE, 0L))
        .containsExactly(2_000, 7_454, Values.DUST);
  }

  @Test
  void hiddenOnesShareEvenlyWhatIsLeftAndNeverMoreThanThat() {
    assertThat(paid(10_000, 1_000, null, 2_000 * SCALE, null, null))
        .containsExactly(2_333, 2_000, 2_333, 2_333);
    for (long in = 4 * Values.DUST; in < 6_000; in += 7) {
      long[] shares = paid(in, 500, null, null, null, null);
      assertThat(LongStream.of(shares).sum()).isLessThanOrEqualTo(in);
      assertThat(LongStream.of(shares)).allMatch(share -> share >= Values.DUST);
    }
  }

  @Test
  void tooLittleForThatManyOutputsIsRefused() {
    assertThatThrownBy(() -> paid(1_000, 10, null, null))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("1000 satoshi for 2 outputs")
        .hasMessageContaining("height 7")
        .hasMessageContaining("outputs.csv");
  }

  @Test
  void amountsAreUnsigned() {
    long large = Long.parseUnsignedLong("18446744073709551615");
    assertThat(values.made(List.of(large, 0L))).containsExactly(1_844_674_407_370_955L, 546);
  }
}
