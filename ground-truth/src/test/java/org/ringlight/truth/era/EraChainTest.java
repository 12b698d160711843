package org.ringlight.truth.era;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.rules.Formats;
import org.ringlight.protocol.rules.RingSizes;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.age.AgeLaws;
import org.ringlight.truth.era.MadeChain.Made;
import org.ringlight.truth.era.MadeChain.MadeOutput;

final class EraChainTest {

  private static final EraOptions SMALL = options(1, OptionalLong.empty());

  /** The chain of {@link #SMALL}, made once. */
  private static MadeChain small = new MadeChain();

  @TempDir Path folder;

  @BeforeAll
  static void makeSmall() {
    small = MadeChain.of(SMALL, 0, (made, below) -> {});
  }

  private static EraOptions options(long seed, OptionalLong forkAt) {
    return new EraOptions(
        seed,
        1_200,
        9_000,
        forkAt,
        Optional.empty(),
        AgeLaws.parse(EraOptions.USUAL_SPEND_AGES),
        Set.of());
  }

  @Test
  void theSameSeedMakesTheSameBytesAndAnotherSeedDoesNot() throws IOException {
    EraChain.write(SMALL, folder.resolve("a"), blocks -> {});
    EraChain.write(SMALL, folder.resolve("b"), blocks -> {});
    EraChain.write(options(2, OptionalLong.empty()), folder.resolve("c"), blocks -> {});
    for (String name : List.of("blockchain.raw", "truth.csv", "transactions.csv", "owned.csv")) {
      Path a = folder.resolve("a").resolve(name);
      assertThat(Files.mismatch(a, folder.resolve("b").resolve(name))).as(name).isEqualTo(-1);
      assertThat(Files.mismatch(a, folder.resolve("c").resolve(name))).as(name).isNotEqualTo(-1);
    }
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("node"));
    assertThatThrownBy(() -> EraChain.write(SMALL, folder, blocks -> {}))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("the folder is not empty");
    assertThat(folder).isDirectoryContaining(path -> path.endsWith("node"));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void nobodyElseWritesIntoTheFolderMeanwhile() {
    EraChain.write(
        SMALL,
        folder.resolve("one"),
        blocks -> {
          if (blocks == 100) {
            assertThatThrownBy(() -> EraChain.write(SMALL, folder.resolve("one"), more -> {}))
                .isInstanceOf(ConfigurationInvalid.class)
                .hasMessageContaining("another process writes there");
          }
        });
    assertThat(folder.resolve("one").toFile().list())
        .containsExactlyInAnyOrder(
            "blockchain.raw", "truth.csv", "transactions.csv", "owned.csv", "chain.md");
  }

  @Test
  void ofTwoChainsBothAreThereOrNone() {
    EraOptions forked = options(3, OptionalLong.of(900));
    assertThatThrownBy(
            () ->
                EraChain.write(
                    forked,
                    folder.resolve("two"),
                    blocks -> {
                      if (blocks == 2L * SMALL.blocks()) {
                        throw new IllegalStateException("the last block of the second chain");
                      }
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder.resolve("two")).doesNotExist();
  }

  @Test
  void everyTransactionKeepsTheRulesOfItsHardFork() {
    Set<RingCtType> types = new HashSet<>();
    MadeChain chain =
        MadeChain.of(
            SMALL,
            0,
            (made, below) -> {
              keepsRingSizes(made, below);
              keepsFormats(made, types);
              namesOnlyWhatMayBeNamed(made, below);
              spendsWhatItSays(made);
            });
    assertThat(chain.transactions).hasSize(9_000);
    assertThat(types)
        .containsExactlyInAnyOrder(
            Arrays.stream(RingCtType.values())
                .filter(type -> type != RingCtType.NULL)
                .toArray(RingCtType[]::new));
    assertThat(chain.transactions.stream().map(Made::hardFork).distinct())
        .hasSize(Timeline.NEWEST_HARD_FORK);
  }

  private static void keepsRingSizes(Made made, MadeChain below) {
    assertThat(
            RingSizes.breach(made.prefix(), made.hardFork(), amount -> below.space(amount).size()))
        .as("block %d tx %s %s", made.height(), made.hash(), made.draft().kind)
        .isEmpty();
    if (made.hardFork() >= 7) {
      for (int i = 1; i < made.rings().size(); i++) {
        assertThat(
                Arrays.compareUnsigned(
                    made.rings().get(i - 1).keyImage().toBytes(),
                    made.rings().get(i).keyImage().toBytes()))
            .isPositive();
      }
    }
  }

  private static void keepsFormats(Made made, Set<RingCtType> types) {
    boolean clear = made.prefix().version() == 1;
    assertThat((int) made.prefix().version())
        .isBetween(
            Formats.oldestVersion(
                made.hardFork(),
                made.draft().kind == Draft.Kind.UNMIXABLE
                    ? Formats.Kind.UNMIXABLE
                    : Formats.Kind.MIXABLE),
            Formats.newestVersion(made.hardFork()));
    if (made.decoded() instanceof TransactionV2 v2) {
      types.add(v2.base().type());
      assertThat(Formats.allowed(v2.base().type(), made.hardFork(), made.hash())).isTrue();
      assertThat(made.prefix().outputs().size()).isLessThanOrEqualTo(16);
    }
    for (Output output : made.prefix().outputs()) {
      assertThat(Formats.allowed(output, made.hardFork())).isTrue();
      assertThat(output.amount() == 0).isEqualTo(!clear);
    }
    if (made.hardFork() >= 12 && !clear) {
      assertThat(made.prefix().outputs().size()).isGreaterThanOrEqualTo(2);
    }
    if (clear) {
      long in = made.rings().stream().mapToLong(Input.ToKey::amount).sum();
      long out = made.prefix().outputs().stream().mapToLong(Output::amount).sum();
      assertThat(in - out).isEqualTo(made.draft().fee).isNotNegative();
    }
  }

  private static void namesOnlyWhatMayBeNamed(Made made, MadeChain below) {
    for (Input.ToKey ring : made.rings()) {
      List<MadeOutput> space = below.space(ring.amount());
      Set<Long> members = new HashSet<>();
      for (long member : ring.offsets().absolute()) {
        assertThat(member).isBetween(0L, space.size() - 1L);
        MadeOutput output = space.get((int) member);
        assertThat(made.height() - output.height())
            .as("block %d, member of block %d", made.height(), output.height())
            .isGreaterThanOrEqualTo(output.coinbase() ? 60 : 10);
        assertThat(output.unlockTime()).isLessThanOrEqualTo(made.height());
        members.add(member);
      }
      if (made.hardFork() >= 6) {
        assertThat(members).hasSize(ring.offsets().size());
      }
    }
  }

  private static void spendsWhatItSays(Made made) {
    for (int i = 0; i < made.rings().size(); i++) {
      Draft.Ring planned = made.draft().rings.get(i);
      long[] members = made.rings().get(i).offsets().absolute();
      assertThat(members).containsExactly(planned.members());
      assertThat(members[planned.position()]).isEqualTo(Ledger.index(planned.coin()));
    }
  }

  @Test
  void noOutputIsSpentTwiceAndNoKeyImageComesTwice() {
    MadeChain chain = small;
    Set<List<Long>> spent = new HashSet<>();
    for (TrueSpend spend : chain.spends) {
      assertThat(spent.add(List.of(spend.indexSpace(), spend.amountIndex()))).isTrue();
    }
    assertThat(chain.spendOf).hasSize(chain.spends.size());
  }

  @Test
  void outputsOfOneKeyAreManyAndAtMostOneOfThemIsSpent() {
    MadeChain chain = small;
    Map<Object, Integer> outputsOf = new HashMap<>();
    Map<Object, Integer> spentOf = new HashMap<>();
    chain.outputs.forEach(
        (space, all) -> all.forEach(output -> outputsOf.merge(output.key(), 1, Integer::sum)));
    for (TrueSpend spend : chain.spends) {
      Object key = chain.space(spend.indexSpace()).get((int) spend.amountIndex()).key();
      assertThat(spentOf.merge(key, 1, Integer::sum)).isEqualTo(1);
    }
    assertThat(outputsOf.values().stream().filter(count -> count > 1).count()).isPositive();
  }

  @Test
  void plantedSetsAreClosedSets() {
    MadeChain chain = small;
    for (Draft.Kind kind : List.of(Draft.Kind.IDENTICAL_RINGS, Draft.Kind.RING_CYCLE)) {
      Map<Integer, List<Made>> groups =
          chain.transactions.stream()
              .filter(made -> made.draft().kind == kind)
              .collect(Collectors.groupingBy(Made::height));
      assertThat(groups).isNotEmpty();
      groups.forEach((height, set) -> isClosed(kind, set));
    }
  }

  private static void isClosed(Draft.Kind kind, List<Made> set) {
    Set<Long> members = new HashSet<>();
    Set<Long> spent = new HashSet<>();
    Set<List<Long>> rings = new HashSet<>();
    for (Made made : set) {
      Draft.Ring ring = made.draft().rings.get(0);
      List<Long> listed = Arrays.stream(ring.members()).boxed().toList();
      rings.add(listed);
      members.addAll(listed);
      spent.add((long) Ledger.index(ring.coin()));
    }
    assertThat(members).hasSize(set.size()).isEqualTo(spent);
    assertThat(rings).hasSize(kind == Draft.Kind.IDENTICAL_RINGS ? 1 : set.size());
  }

  @Test
  void aSecondChainIsEqualUpToTheForkAndSpendsSomeOfTheSameOutputsInOtherRings() {
    EraOptions forked = options(3, OptionalLong.of(900));
    MadeChain first = MadeChain.of(forked, 0, (made, below) -> {});
    MadeChain second = MadeChain.of(forked, 1, (made, below) -> {});
    assertThat(hashesBelow(first, 900)).isEqualTo(hashesBelow(second, 900)).isNotEmpty();
    assertThat(hashes(first)).doesNotContainAnyElementsOf(hashesFrom(second, 900));
    long both =
        second.spends.stream().filter(spend -> first.spendOf.containsKey(spend.keyImage())).count();
    long shared = hashesRings(second, 900);
    assertThat(both).isGreaterThan(shared + 100);
    for (TrueSpend spend : second.spends) {
      TrueSpend twin = first.spendOf.get(spend.keyImage());
      if (twin != null) {
        assertThat(List.of(twin.indexSpace(), twin.amountIndex()))
            .isEqualTo(List.of(spend.indexSpace(), spend.amountIndex()));
      }
    }
  }

  private static List<Object> hashes(MadeChain chain) {
    return List.copyOf(chain.transactions.stream().map(Made::hash).toList());
  }

  private static List<Object> hashesBelow(MadeChain chain, int height) {
    return List.copyOf(
        chain.transactions.stream().filter(m -> m.height() < height).map(Made::hash).toList());
  }

  private static List<Object> hashesFrom(MadeChain chain, int height) {
    return List.copyOf(
        chain.transactions.stream().filter(m -> m.height() >= height).map(Made::hash).toList());
  }

  private static long hashesRings(MadeChain chain, int height) {
    return chain.transactions.stream()
        .filter(made -> made.height() < height)
        .mapToLong(made -> made.rings().size())
        .sum();
  }

  @Test
  void aModernChainHasBlocksOfHardFork16EveryTwoMinutes() {
    EraOptions modern =
        new EraOptions(
            5,
            600,
            2_000,
            OptionalLong.empty(),
            Optional.of(LocalDate.of(2023, 5, 1)),
            AgeLaws.parse("log-gamma(19.28,1.61)"),
            Set.of());
    MadeChain chain =
        MadeChain.of(
            modern,
            0,
            (made, below) -> {
              assertThat(made.hardFork()).isEqualTo(16);
              // the genesis block's output is the only one in clear
              int size = made.draft().kind == Draft.Kind.UNMIXABLE ? 1 : 16;
              made.rings().forEach(ring -> assertThat(ring.offsets().size()).isEqualTo(size));
            });
    assertThat(chain.transactions).hasSizeGreaterThan(1_500);
    Timeline timeline = Timeline.of(modern);
    assertThat(timeline.timestamp(401) - timeline.timestamp(400)).isEqualTo(120);
  }
}
