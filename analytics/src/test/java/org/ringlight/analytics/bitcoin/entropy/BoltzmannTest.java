package org.ringlight.analytics.bitcoin.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.protocol.bitcoin.ScriptType;

/** Values and counts of known transactions are those of Boltzmann's own tests. */
class BoltzmannTest {

  private static final EntropySettings USUAL = EntropySettings.USUAL;
  private static final EntropySettings INTRA_FEES =
      USUAL.withIntraFees(EntropySettings.USUAL_INTRA_FEES_PPM);

  // 7d588d52d1cece7a18d663c977d6143016b5b326404bbf286bc024d5d54fcecb
  private static final long[] JOINMARKET_IN = {260994463, 98615817, 84911243, 20112774, 79168410};
  private static final long[] JOINMARKET_OUT = {
    14868890, 84077613, 84077613, 15369204, 177252160, 84077613, 84077613
  };

  @Test
  void aCoinJoinOfTwoAsPublished() {
    // 8e56317360a548e8ef28ec475878ef70d1371bee3526c017ac22ad61ae5740b8
    CoinTransaction one =
        drawn(new long[] {10_000_000, 1_380_000}, 9_850_000, 1_270_000, 100_000, 100_000);
    for (EntropySettings settings : List.of(USUAL, INTRA_FEES)) {
      Interpretations ways = counted(settings, one);
      assertThat(ways.count()).isEqualTo(3);
      assertThat(ways.entropy()).isEqualTo(1.58496, within(1e-5));
      assertThat(ways.density()).isEqualTo(0.26416, within(1e-5));
      assertThat(ways.efficiency()).isEqualTo(0.428571, within(1e-6));
      assertThat(matrix(ways, 2, 4)).isDeepEqualTo(new long[][] {{3, 1, 2, 2}, {1, 3, 2, 2}});
      assertThat(ways.isCertain(0, 0)).isTrue();
      assertThat(ways.certain()).isEqualTo(2);
      assertThat(ways.probability(1, 0)).isEqualTo(1 / 3.0);
    }
    assertThat(counted(INTRA_FEES, one).intraFees()).isEqualTo(new IntraFees(500, 500));
  }

  @Test
  void aStonewallAsPublished() {
    // 742d8e113839946dad9e81c4b5211e959710a55aa499486bf13a3f435b45456c
    CoinTransaction one =
        drawn(new long[] {2_999_808, 2_999_854}, 427_566, 427_566, 2_571_867, 2_572_242);
    for (EntropySettings settings : List.of(USUAL, INTRA_FEES)) {
      Interpretations ways = counted(settings, one);
      assertThat(ways.count()).isEqualTo(5);
      assertThat(ways.entropy()).isEqualTo(2.32193, within(1e-5));
      assertThat(ways.density()).isEqualTo(0.386988, within(1e-6));
      assertThat(ways.efficiency()).isEqualTo(5 / 7.0, within(1e-9));
      assertThat(ways.certain()).isZero();
    }
  }

  @Test
  void aJoinMarketTransactionNeedsIntraFees() {
    CoinTransaction one = drawn(JOINMARKET_IN, JOINMARKET_OUT);
    assertThat(counted(USUAL, one).count()).isEqualTo(1);
    assertThat(counted(USUAL, one).certain()).isEqualTo(35);
    Interpretations ways = counted(INTRA_FEES, one);
    assertThat(ways.intraFees()).isEqualTo(new IntraFees(420_388, 1_261_164));
    assertThat(ways.count()).isEqualTo(95);
    assertThat(ways.entropy()).isEqualTo(6.569855608330948, within(1e-12));
    assertThat(matrix(ways, 5, 7))
        .isDeepEqualTo(
            new long[][] {
              {11, 35, 35, 9, 95, 35, 35},
              {73, 38, 38, 27, 9, 38, 38},
              {21, 46, 46, 43, 25, 46, 46},
              {27, 33, 33, 73, 11, 33, 33},
              {27, 33, 33, 73, 11, 33, 33},
            });
  }

  @Test
  void intraFeesAreThoseOfTheHighestAmountWithMostParticipants() {
    assertThat(IntraFees.of(new long[] {5, 5, 7, 7}, 2, 500_000)).isEqualTo(new IntraFees(4, 4));
    assertThat(IntraFees.of(new long[] {5, 5, 5, 7, 7}, 3, 500_000)).isEqualTo(new IntraFees(3, 6));
    assertThat(IntraFees.of(new long[] {5, 5, 1, 2, 3}, 2, 500_000)).isEqualTo(IntraFees.NONE);
    assertThat(IntraFees.of(new long[] {5, 5}, 1, 500_000)).isEqualTo(IntraFees.NONE);
  }

  @Test
  void smallTransactionsAsPublished() {
    assertThat(counted(USUAL, drawn(new long[] {10, 10}, 8, 2, 3, 7)).count()).isEqualTo(3);
    assertThat(counted(USUAL, drawn(new long[] {10, 10}, 8, 2, 2, 8)).count()).isEqualTo(5);
    assertThat(counted(USUAL, drawn(new long[] {10, 10}, 10, 2, 8)).count()).isEqualTo(3);
    assertThat(counted(USUAL, drawn(new long[] {10, 10}, 5, 5, 5, 5)).count()).isEqualTo(7);
    Interpretations ways = counted(USUAL, drawn(new long[] {10, 10, 2}, 8, 2, 2, 8, 2));
    assertThat(ways.count()).isEqualTo(28);
    assertThat(ways.efficiency()).isEqualTo(28 / 136.0, within(1e-12));
    assertThat(matrix(ways, 3, 5))
        .isDeepEqualTo(
            new long[][] {
              {16, 13, 13, 16, 13}, {16, 13, 13, 16, 13}, {7, 14, 14, 7, 14},
            });
  }

  @Test
  void perfectCoinJoinsAsPublished() {
    long[][] published = {
      {2, 3, 2},
      {6, 22_482, 6_697},
      {7, 426_833, 112_925},
      {8, 9_934_563, 2_369_635},
    };
    for (long[] one : published) {
      Interpretations ways = counted(USUAL, perfect((int) one[0]));
      assertThat(ways.count()).isEqualTo(one[1]);
      assertThat(ways.links(1, 0)).isEqualTo(one[2]);
      assertThat(ways.efficiency()).isEqualTo(1);
    }
    assertThat(counted(USUAL, perfect(9)).count()).isEqualTo(277_006_192);
    assertThat(PerfectCoinJoin.closestTo(5, 7).interpretations().longValueExact())
        .isEqualTo(new PerfectCoinJoin(5, 10).interpretations().longValueExact());
    assertThat(counted(USUAL, perfect(12)).efficiency()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5_000, 300_000})
  void equalsEverySetPartition(int intraFees) {
    long several = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      long[] ins = random.longs(2 + random.nextInt(3), 1, 12).toArray();
      long[] outs = new long[2 + random.nextInt(4)];
      long left = LongStream.of(ins).sum() - random.nextInt(4);
      for (int j = 0; j < outs.length; j++) {
        outs[j] = 1L + random.nextInt(6);
        left -= outs[j];
      }
      if (left < 0) {
        continue;
      }
      outs[outs.length - 1] += random.nextInt(3) == 0 ? 0 : left;
      Interpretations ways = counted(USUAL.withIntraFees(intraFees), drawn(ins, outs));
      EverySetPartition slow = new EverySetPartition(ins, outs, ways.intraFees());
      assertThat(ways.count()).as("seed %s", seed).isEqualTo(slow.count);
      assertThat(matrix(ways, ins.length, outs.length))
          .as("seed %s", seed)
          .isDeepEqualTo(slow.links);
      several += ways.count() > 1 ? 1 : 0;
    }
    assertThat(several).isGreaterThan(50);
  }

  @Test
  void inputsOfOneAddressMayBeReadAsOne() {
    DrawnTransaction two = drawn(new long[] {5, 5, 10}, 10, 10);
    List<DrawnTransaction.In> ins = new ArrayList<>(two.ins());
    ins.set(1, new DrawnTransaction.In(1, 5, ins.get(0).address(), ScriptType.P2WPKH, 0, true));
    DrawnTransaction one = new DrawnTransaction(0, 0, 2, 0, ins, two.outs());

    assertThat(counted(USUAL, one).count()).isEqualTo(3);
    Interpretations together = counted(USUAL.with(SameAddress.TOGETHER), one);
    assertThat(together.count()).isEqualTo(3);
    assertThat(matrix(together, 3, 2)).isDeepEqualTo(new long[][] {{2, 2}, {2, 2}, {2, 2}});
    assertThat(together.density()).isEqualTo(together.entropy() / 5);
    // apart, an input that is worth the fee may pay it alone
    DrawnTransaction change = drawn(new long[] {5, 5, 10}, 10, 5);
    List<DrawnTransaction.In> same = new ArrayList<>(change.ins());
    same.set(1, new DrawnTransaction.In(1, 5, same.get(0).address(), ScriptType.P2WPKH, 0, true));
    DrawnTransaction fee = new DrawnTransaction(0, 0, 2, 0, same, change.outs());
    assertThat(counted(USUAL.with(SameAddress.TOGETHER), fee).count())
        .isLessThan(counted(USUAL, fee).count());
  }

  @Test
  void outputsWithoutValueDoNotCount() {
    Interpretations ways = counted(USUAL, drawn(new long[] {5, 5}, 0, 5, 5));
    assertThat(ways.count()).isEqualTo(3);
    assertThat(ways.density()).isEqualTo(ways.entropy() / 4);
    assertThat(ways.links(0, 0)).isZero();
    assertThat(ways.links(0, 1)).isEqualTo(2);
  }

  @Test
  void onePayerOrOnePayeeIsReadInOneWay() {
    Interpretations payer = counted(USUAL, drawn(new long[] {10}, 4, 6));
    assertThat(payer.count()).isEqualTo(1);
    assertThat(payer.entropy()).isZero();
    assertThat(payer.efficiency()).isZero();
    assertThat(payer.certain()).isEqualTo(2);
    assertThat(counted(USUAL, drawn(new long[] {10, 1, 1}, 11)).certain()).isEqualTo(3);
  }

  @Test
  void whatIsBeyondTheLimitsIsNotGuessed() {
    assertThat(new Boltzmann(USUAL).of(perfect(13)))
        .isEqualTo(new NotCounted("13 inputs and 13 outputs: more than 12 and 12"));
    assertThat(new Boltzmann(USUAL.withSteps(50)).of(drawn(JOINMARKET_IN, JOINMARKET_OUT)))
        .isEqualTo(new NotCounted("not within 50 steps"));
    assertThat(
            new Boltzmann(new EntropySettings(20, 20, 1_000_000, 0, SameAddress.APART))
                .of(perfect(20)))
        .isEqualTo(new NotCounted("more ways to read it than 2^63-1"));
    assertThat(new Boltzmann(USUAL).of(drawn(new long[0], 50)))
        .isEqualTo(new NotCounted("a coinbase has no inputs"));
    assertThat(new Boltzmann(USUAL).of(drawn(new long[] {-1, 5}, 2, 2)))
        .isEqualTo(new NotCounted("the values of its inputs are not in the tables"));
    assertThatThrownBy(() -> new EntropySettings(30, 12, 1, 0, SameAddress.APART))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("30 inputs");
  }

  private static long[][] matrix(Interpretations ways, int inputs, int outputs) {
    long[][] links = new long[inputs][outputs];
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j < outputs; j++) {
        links[i][j] = ways.links(i, j);
      }
    }
    return links;
  }

  private static Interpretations counted(EntropySettings settings, CoinTransaction one) {
    return (Interpretations) new Boltzmann(settings).of(one);
  }

  private static DrawnTransaction perfect(int participants) {
    long[] equal = new long[participants];
    Arrays.fill(equal, 5);
    return drawn(equal, equal);
  }

  private static DrawnTransaction drawn(long[] ins, long... outs) {
    List<DrawnTransaction.In> spent = new ArrayList<>();
    for (int i = 0; i < ins.length; i++) {
      spent.add(new DrawnTransaction.In(i, ins[i], 100 + i, ScriptType.P2WPKH, 0, true));
    }
    List<DrawnTransaction.Out> made = new ArrayList<>();
    for (int j = 0; j < outs.length; j++) {
      made.add(new DrawnTransaction.Out(1000 + j, outs[j], 200 + j, ScriptType.P2WPKH));
    }
    return new DrawnTransaction(7, 1, 2, 0, spent, made);
  }
}
