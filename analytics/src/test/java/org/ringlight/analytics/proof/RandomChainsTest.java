package org.ringlight.analytics.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.analysis.Assertion;
import org.ringlight.analytics.analysis.AssertionBook;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/** Chains made by seeds: what analyses find on them is accepted, what is changed is not. */
class RandomChainsTest {

  @TempDir Path folder;

  @Test
  void whatAnAnalysisFindsIsAcceptedAndIsTrue() {
    long findings = 0;
    for (long seed = 0; seed < 6; seed++) {
      MiniChain chain = RandomStory.of(seed, 40 + 10 * (int) seed);
      Path data = folder.resolve("chain" + seed);
      chain.write(data);
      try (Lake lake = Lake.open(data)) {
        Tables.analyse(lake);
        Verdict verdict = Tables.check(lake);
        assertThat(verdict.first()).as("seed %s", seed).isEmpty();
        findings += verdict.accepted();
        Map<KeyImage, OutputRow> truth = chain.truth();
        for (ClaimRow row : Tables.findings(lake)) {
          assertThat(isTrue(row, truth)).as("seed %s: %s", seed, row).isTrue();
        }
      }
    }
    assertThat(findings).isGreaterThan(300);
  }

  /** What is asserted adds to what is proven and takes nothing away, in proven sets too. */
  @Test
  void whatFollowsFromTrueAssertionsIsAcceptedAndIsTrue() {
    SplittableRandom random = new SplittableRandom(11);
    int within = 0;
    for (long seed = 20; seed < 25; seed++) {
      MiniChain chain = RandomStory.of(seed, 60);
      Path data = folder.resolve("asserted" + seed);
      chain.write(data);
      try (Lake lake = Lake.open(data)) {
        Tables.analyse(lake);
        List<ClaimRow> proven = Tables.findings(lake);
        Set<KeyImage> inSets = new HashSet<>();
        proven.stream()
            .filter(row -> row.claim().equals("closed_set"))
            .forEach(row -> inSets.addAll(row.keyImages()));
        new AssertionBook(lake).add(drafts(chain, inSets, random));
        Tables.analyse(lake);
        assertThat(Tables.check(lake).first()).as("seed %s", seed).isEmpty();
        List<ClaimRow> all = Tables.findings(lake);
        assertThat(ids(all.stream().filter(row -> row.assumption() == null).toList()))
            .isEqualTo(ids(proven));
        Map<KeyImage, OutputRow> truth = chain.truth();
        for (ClaimRow row : all) {
          assertThat(isTrue(row, truth)).as("seed %s: %s", seed, row).isTrue();
          within += row.assumption() != null && inSets.containsAll(row.keyImages()) ? 1 : 0;
        }
        for (KeyImage image : inSets) {
          Derivation derived = new Deriver(lake, List.of()).derive(image).orElseThrow();
          assertThat(derived.rejections()).isEmpty();
        }
      }
    }
    assertThat(within).as("findings within proven sets").isPositive();
  }

  private static List<FindingId> ids(List<ClaimRow> rows) {
    return rows.stream().map(ClaimRow::findingId).toList();
  }

  /** True words: what rings spend or do not, of those in sets and of others. */
  private static List<AssertionBook.Draft> drafts(
      MiniChain chain, Set<KeyImage> inSets, SplittableRandom random) {
    List<AssertionBook.Draft> drafts = new ArrayList<>();
    for (RingRow ring : chain.rings()) {
      boolean asked = random.nextInt(inSets.contains(ring.keyImage()) ? 2 : 6) == 0;
      if (asked) {
        OutputRow spent = Objects.requireNonNull(chain.truth().get(ring.keyImage()));
        OutputName truth = new OutputName(spent.indexSpace(), spent.amountIndex());
        long member = ring.members()[random.nextInt(ring.members().length)];
        OutputName other = new OutputName(ring.indexSpace(), member);
        OutputRow named =
            chain.outputs().stream()
                .filter(one -> one.indexSpace() == other.indexSpace())
                .filter(one -> one.amountIndex() == other.amountIndex())
                .findFirst()
                .orElseThrow();
        boolean same = named.publicKey().equals(spent.publicKey());
        drafts.add(
            new AssertionBook.Draft(
                same ? Assertion.Kind.SPENDS : Assertion.Kind.DECOY,
                ring.keyImage(),
                same ? truth : other,
                "witness " + drafts.size() + " is right",
                "command line",
                null,
                null));
      }
    }
    return drafts;
  }

  /** Whether a claim says what really happened; of outputs with one key any may be named. */
  private static boolean isTrue(ClaimRow row, Map<KeyImage, OutputRow> truth) {
    Set<PublicKey> spent = new HashSet<>();
    truth.values().forEach(output -> spent.add(output.publicKey()));
    boolean all = true;
    for (KeyImage image : row.keyImages()) {
      PublicKey key = Objects.requireNonNull(truth.get(image)).publicKey();
      all &=
          switch (row.claim()) {
            case "ring_resolved" -> row.publicKeys().equals(List.of(key));
            case "ring_narrowed" -> row.publicKeys().contains(key);
            case "member_eliminated" -> !row.publicKeys().contains(key);
            default -> true;
          };
    }
    return all && (!row.claim().equals("output_spent") || spent.containsAll(row.publicKeys()));
  }

  /**
   * Every finding of a chain is changed in some way, one at a time; all of them are written beside
   * one another never, because what rests on a changed one would fall with it.
   */
  @Test
  void whatIsChangedAtRandomIsRejected() {
    SplittableRandom random = new SplittableRandom(7);
    int changes = 0;
    for (long seed = 100; seed < 103; seed++) {
      MiniChain chain = RandomStory.of(seed, 60);
      Path data = folder.resolve("chain" + seed);
      chain.write(data);
      try (Lake lake = Lake.open(data)) {
        Tables.analyse(lake);
        List<ClaimRow> findings = Tables.findings(lake);
        for (int i = 0; i < 25; i++) {
          ClaimRow row = findings.get(random.nextInt(findings.size()));
          ClaimRow changed = changed(row, findings, chain, random);
          if (changed != null) {
            changes++;
            Tables.replace(
                lake, Tables.with(findings, row.findingId(), any -> Changed.of(changed)));
            assertThat(Tables.check(lake).rejected())
                .as("seed %s: %s became %s", seed, row, changed)
                .isPositive();
          }
        }
      }
    }
    assertThat(changes).isGreaterThan(40);
  }

  /** Another finding; null where the change drawn would leave it as it is, or as true. */
  private static @Nullable ClaimRow changed(
      ClaimRow row, List<ClaimRow> findings, MiniChain chain, SplittableRandom random) {
    Changed change = Changed.of(row);
    return switch (random.nextInt(8)) {
      case 0 -> change.height(row.height() + (random.nextBoolean() ? 1 : -1)).row();
      case 1 -> change.depth(row.depth() + (random.nextBoolean() ? 1 : -1)).row();
      case 2 -> output(row, chain, random);
      case 3 ->
          row.restsOn().isEmpty()
              ? null
              : change.restsOn(row.restsOn().subList(1, row.restsOn().size())).row();
      case 4 -> cited(row, findings, random);
      case 5 -> ring(row, chain, random);
      case 6 -> change.guarantee("conditional").assumption("nobody lies").row();
      default ->
          row.keyImages().size() < 3
              ? null
              : change.keyImages(row.keyImages().subList(1, row.keyImages().size())).row();
    };
  }

  /** Names another member; that a ring does not spend it may be as true, so that is not drawn. */
  private static @Nullable ClaimRow output(ClaimRow row, MiniChain chain, SplittableRandom random) {
    if (row.claim().equals("member_eliminated") || row.amountIndexes().length == 0) {
      return null;
    }
    List<Long> named = Arrays.stream(row.amountIndexes()).boxed().collect(Collectors.toList());
    List<Long> others = new ArrayList<>();
    for (OutputRow output : chain.outputs()) {
      if (Long.valueOf(output.indexSpace()).equals(row.indexSpace())
          && !named.contains(output.amountIndex())
          && !row.publicKeys().contains(output.publicKey())) {
        others.add(output.amountIndex());
      }
    }
    if (others.isEmpty()) {
      return null;
    }
    if (row.claim().equals("output_spent")) {
      long other = others.get(random.nextInt(others.size()));
      boolean inSameSet = chain.rings().stream().anyMatch(ring -> contains(ring.members(), other));
      return inSameSet ? null : renamed(row, new long[] {other});
    }
    named.set(random.nextInt(named.size()), others.get(random.nextInt(others.size())));
    return renamed(row, named.stream().mapToLong(Long::longValue).sorted().toArray());
  }

  private static boolean contains(long[] members, long one) {
    return Arrays.stream(members).anyMatch(member -> member == one);
  }

  private static ClaimRow renamed(ClaimRow row, long[] outputs) {
    return Changed.of(row).amountIndexes(outputs).publicKeys(List.of()).row();
  }

  /** Cites one ring more: it strikes nothing out, or there is nothing to cite it for. */
  private static ClaimRow cited(ClaimRow row, List<ClaimRow> findings, SplittableRandom random) {
    List<KeyImage> cited = new ArrayList<>(row.restsOn());
    ClaimRow other = findings.get(random.nextInt(findings.size()));
    cited.add(other.keyImages().isEmpty() ? row.restsOn().get(0) : other.keyImages().get(0));
    return Changed.of(row).restsOn(cited).row();
  }

  /** Says the same of another ring. */
  private static @Nullable ClaimRow ring(ClaimRow row, MiniChain chain, SplittableRandom random) {
    List<RingRow> rings = chain.rings();
    KeyImage other = rings.get(random.nextInt(rings.size())).keyImage();
    return row.keyImages().isEmpty()
            || row.keyImages().contains(other)
            || row.claim().equals("member_eliminated")
        ? null
        : Changed.of(row)
            .keyImages(
                row.keyImages().stream()
                    .map(image -> image.equals(row.keyImages().get(0)) ? other : image)
                    .toList())
            .row();
  }
}
