package org.ringlight.truth.era;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ringlight.protocol.Output;
import org.ringlight.truth.age.AgeLaws;
import org.ringlight.truth.era.MadeChain.Made;
import org.ringlight.truth.era.MadeChain.MadeOutput;

/** What a chain is said to have is on it, and what it is told to be without is not. */
final class FeaturesTest {

  private static final EraOptions EVERYTHING =
      new EraOptions(
          1,
          2_000,
          12_000,
          OptionalLong.empty(),
          Optional.empty(),
          AgeLaws.parse(EraOptions.USUAL_SPEND_AGES),
          Set.of());

  /** The chain of {@link #EVERYTHING}, made once. */
  private static MadeChain all = new MadeChain();

  @BeforeAll
  static void make() {
    all = MadeChain.of(EVERYTHING, 0, (made, below) -> {});
  }

  @Test
  void everyKindOfTransactionIsThere() {
    assertThat(all.transactions.stream().map(made -> made.draft().kind).distinct())
        .containsExactlyInAnyOrder(
            Stream.of(Draft.Kind.values())
                .filter(kind -> kind != Draft.Kind.COINBASE)
                .toArray(Draft.Kind[]::new));
  }

  @Test
  void everyStyleOfExtraIsThere() {
    assertThat(all.transactions.stream().map(made -> made.draft().extra).distinct())
        .contains(
            Stream.of(Draft.ExtraStyle.values())
                .filter(style -> style != Draft.ExtraStyle.MINER_NONCE)
                .toArray(Draft.ExtraStyle[]::new));
  }

  @Test
  void unlockTimesThatMeanNothingAndSomeThatDoAreThere() {
    assertThat(unlocked(time -> time > 0 && time <= 15)).isPositive();
    assertThat(unlocked(time -> time > 15 && time < 1_000_000)).isPositive();
    assertThat(unlocked(time -> time > 1_000_000_000)).isPositive();
  }

  private static long unlocked(Predicate<Long> time) {
    return all.transactions.stream().map(made -> made.prefix().unlockTime()).filter(time).count();
  }

  @Test
  void viewTagsBeginWithHardFork15() {
    assertThat(tagged(all)).isPositive();
    assertThat(
            all.transactions.stream()
                .filter(made -> made.hardFork() >= 16)
                .flatMap(made -> made.prefix().outputs().stream()))
        .isNotEmpty()
        .allMatch(Output.ToTaggedKey.class::isInstance);
  }

  private static long tagged(MadeChain chain) {
    return chain.transactions.stream()
        .flatMap(made -> made.prefix().outputs().stream())
        .filter(Output.ToTaggedKey.class::isInstance)
        .count();
  }

  @Test
  void ringsThatWrapAndRingsThatNameAMemberTwiceAreThere() {
    assertThat(rings(all, members -> !ascending(members))).isPositive();
    assertThat(rings(all, members -> twice(members) && ascending(members))).isPositive();
  }

  private static long rings(MadeChain chain, Predicate<long[]> shape) {
    return chain.transactions.stream()
        .flatMap(made -> made.rings().stream())
        .map(ring -> ring.offsets().absolute())
        .filter(shape)
        .count();
  }

  private static boolean ascending(long[] members) {
    for (int i = 1; i < members.length; i++) {
      if (members[i] < members[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static boolean twice(long[] members) {
    return Arrays.stream(members).distinct().count() < members.length;
  }

  @Test
  void walletsThatKeepTheirDecoysUseTheSameInSeveralTransactions() {
    Set<Set<Long>> seen = new HashSet<>();
    long again = 0;
    for (Made made : of("cached-decoys")) {
      for (int i = 0; i < made.rings().size(); i++) {
        again += seen.add(decoys(made, i)) ? 0 : 1;
      }
    }
    assertThat(again).isGreaterThan(10);
  }

  @Test
  void ringsOfADifferByOneWalletDifferByTheirTrueSpends() {
    List<Made> made = of("differ-by-one");
    assertThat(made).isNotEmpty();
    long alike =
        made.stream()
            .filter(tx -> tx.rings().size() > 1)
            .filter(tx -> decoys(tx, 0).equals(decoys(tx, 1)))
            .count();
    assertThat(alike).isGreaterThan(made.size() / 2);
  }

  private static Set<Long> decoys(Made made, int ring) {
    Draft.Ring planned = made.draft().rings.get(ring);
    Set<Long> decoys = new HashSet<>();
    for (long member : planned.members()) {
      decoys.add(member);
    }
    decoys.remove((long) Ledger.index(planned.coin()));
    return decoys;
  }

  @Test
  void walletsOfOthersPayToo() {
    assertThat(of("third-party-uniform")).isNotEmpty();
  }

  private static List<Made> of(String wallet) {
    return all.transactions.stream().filter(made -> made.draft().wallet.equals(wallet)).toList();
  }

  @Test
  void withoutWrappingEveryRingAscendsAndNamesNoMemberTwice() {
    MadeChain plain = without(Feature.WRAPPING);
    assertThat(rings(plain, members -> !ascending(members) || twice(members))).isZero();
  }

  @Test
  void withoutPaymentIdsAndOddExtraThereIsATransactionKeyAndNothingElse() {
    assertThat(
            without(Feature.PAYMENT_IDS, Feature.ODD_EXTRA).transactions.stream()
                .map(made -> made.draft().extra)
                .distinct())
        .containsExactlyInAnyOrder(Draft.ExtraStyle.KEY, Draft.ExtraStyle.ADDITIONAL_KEYS);
  }

  private static MadeChain without(Feature... features) {
    return MadeChain.of(EVERYTHING.without(features), 0, (made, below) -> {});
  }

  @Test
  void whatIsLeftOutIsNotThere() {
    EraOptions plain =
        EVERYTHING.without(
            Feature.VIEW_TAGS,
            Feature.IDENTICAL,
            Feature.CYCLES,
            Feature.FLOODS,
            Feature.CACHED_DECOYS,
            Feature.DIFFER_BY_ONE,
            Feature.DUPLICATE_KEYS,
            Feature.P2POOL,
            Feature.THIRD_PARTY,
            Feature.UNLOCK_TIMES,
            Feature.UNMIXABLE);
    MadeChain chain =
        MadeChain.of(
            plain,
            0,
            (made, below) -> {
              assertThat(made.draft().kind)
                  .isIn(Draft.Kind.PAYMENT, Draft.Kind.PAYOUT, Draft.Kind.EXCHANGE);
              assertThat(made.draft().wallet).startsWith("wallet2-");
              assertThat(made.prefix().unlockTime()).isZero();
              assertThat(made.prefix().outputs())
                  .allMatch(output -> output instanceof Output.ToKey);
            });
    assertThat(tagged(chain)).isZero();
    long keys =
        chain.outputs.values().stream()
            .flatMap(List::stream)
            .map(MadeOutput::key)
            .distinct()
            .count();
    assertThat(keys).isEqualTo(chain.outputs.values().stream().mapToLong(List::size).sum());
  }
}
