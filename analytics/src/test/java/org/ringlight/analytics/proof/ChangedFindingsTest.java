package org.ringlight.analytics.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.protocol.KeyImage;

/** One finding is changed at a time: the checker says what is wrong with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedFindingsTest {

  private static final String MORE =
      """
      ```chain
      block 0: a b c d e j z
      block 1: f f-twin has the key of f g h i
      block 2
      tx one
        spends a among a
        pays one-1
      tx hermit
        spends z among z
        pays hermit-1
      block 3
      tx two
        spends b among a b
        pays two-1
      block 4
      tx wide
        spends d among a c d
        pays wide-1
      block 5
      tx twins
        spends f among b f f-twin
        pays twins-1
      tx late
        spends h among f-twin g h
        pays late-1
      block 6
      tx pair one
        spends c among a c e
        pays pair-1
      tx pair two
        spends e among b e j
        pays pair-2
      tx pair three
        spends j among c j
        pays pair-3
      block 7
      tx last
        spends i among e f h i
        pays last-1
      tx sleeper
        spends one-1 among one-1 two-1
        pays sleeper-1
      ```
      """;

  private final MiniChain chain = MiniChain.of(MORE);
  private Lake lake;
  private List<ClaimRow> findings;

  @BeforeAll
  void analyse(@TempDir Path folder) {
    chain.write(folder);
    lake = Lake.open(folder);
    Tables.analyse(lake);
    findings = Tables.findings(lake);
  }

  @AfterAll
  void close() {
    lake.close();
  }

  private KeyImage ring(String spent) {
    return chain.ring(spent).keyImage();
  }

  private long index(String output) {
    return chain.output(output).amountIndex();
  }

  private ClaimRow of(String claim, @Nullable String ring) {
    return of(claim, ring, null);
  }

  private ClaimRow of(String claim, @Nullable String ring, @Nullable String output) {
    return findings.stream()
        .filter(row -> row.claim().equals(claim))
        .filter(row -> ring == null || row.keyImages().contains(ring(ring)))
        .filter(row -> output == null || row.amountIndexes()[0] == index(output))
        .findFirst()
        .orElseThrow(() -> new AssertionError(claim + " of " + ring + " is not there: " + lines()));
  }

  private List<String> lines() {
    return findings.stream()
        .map(row -> row.claim() + row.keyImages() + Arrays.toString(row.amountIndexes()))
        .toList();
  }

  /** What is said of the one finding that was changed, its id made to fit. */
  private void refused(ClaimRow finding, UnaryOperator<Changed> change, String why) {
    FindingHash hash = new FindingHash();
    List<ClaimRow> changed = Tables.with(findings, finding.findingId(), change);
    Tables.replace(lake, changed);
    ClaimRow now = change.apply(Changed.of(finding)).row();
    FindingId id = hash.of(now);
    Verdict verdict = Tables.check(lake);
    assertThat(verdict.first())
        .filteredOn(rejection -> rejection.finding().equals(id))
        .extracting(Rejection::problem)
        .as("of %s", verdict.first())
        .singleElement()
        .asString()
        .contains(why);
  }

  @Test
  void unchangedAllAreAccepted() {
    Tables.replace(lake, findings);
    assertThat(Tables.check(lake).first()).isEmpty();
    assertThat(findings)
        .extracting(ClaimRow::claim)
        .contains(
            "ring_resolved", "ring_narrowed", "closed_set", "output_spent", "member_eliminated");
  }

  @Test
  void aResolvedRingSpendsWhatIsLeftAndNothingElse() {
    ClaimRow two = of("ring_resolved", "b");
    refused(
        two,
        row -> row.amountIndexes(new long[] {index("a")}).publicKeys(List.of()),
        "member 0:" + index("b") + " is not struck out");
    refused(
        two,
        row -> row.amountIndexes(new long[] {index("c")}).publicKeys(List.of()),
        "is no member of the ring");
    refused(
        two,
        row -> row.amountIndexes(new long[] {999}).publicKeys(List.of()),
        "names an output that is not there: 0:999");
    refused(two, row -> row.indexSpace(7L), "names an output that is not there: 7:");
    refused(
        two,
        row -> row.keyImages(List.of(ring("one-1"))),
        "0:" + index("b") + " is no member of the ring");
    refused(
        two,
        row -> row.keyImages(List.of(KeyImage.of(new byte[32]))),
        "a key image that no ring has");
    refused(two, row -> row.restsOn(List.of()).depth(0), "is not struck out");
    refused(two, row -> row.restsOn(List.of()).depth(0), "spends it, but is not cited");
    refused(
        two, row -> row.restsOn(List.of(ring("a"), ring("z"))), "which strikes nothing out here");
    refused(two, row -> row.restsOn(List.of(ring("one-1"))), "no finding says what it spends");
    refused(two, row -> row.restsOn(List.of(ring("b"))), "not above that of what it cites");
    refused(two, row -> row.restsOn(List.of(ring("a"), ring("a"))), "twice");
    refused(
        two,
        row -> row.publicKeys(List.of(chain.output("a").publicKey())),
        "whose key is " + chain.output("b").publicKey());
  }

  @Test
  void measuresAreWhatFollows() {
    for (ClaimRow row :
        List.of(
            of("ring_resolved", "b"),
            of("ring_narrowed", "f"),
            of("closed_set", "c"),
            of("output_spent", null, "c"),
            of("member_eliminated", null))) {
      refused(row, changed -> changed.height(row.height() - 1), "the highest block it rests on");
      refused(
          row,
          changed -> changed.depth(row.depth() - 1),
          row.restsOn().isEmpty() ? "its depth is 0" : "not above that of what it cites");
      refused(row, changed -> changed.depth(row.depth() + 1), "its depth is " + row.depth());
      refused(
          row,
          changed -> changed.guarantee("conditional").assumption("the moon is full"),
          "rests on no assumption");
      refused(row, changed -> changed.guarantee("certain"), "no guarantee is called certain");
      refused(row, changed -> changed.tipHeight(0), "its run saw none above 0");
    }
  }

  @Test
  void theIdIsTheHashOfWhatIsSaid() {
    ClaimRow two = of("ring_resolved", "b");
    FindingId other = FindingId.at(new byte[32], 0);
    Tables.replaceAsIs(lake, Tables.with(findings, two.findingId(), row -> row.id(other)));
    Verdict verdict = Tables.check(lake);
    assertThat(verdict.first().get(0).problem())
        .contains("its id is not the hash of what it says")
        .contains(two.findingId().toString());
  }

  @Test
  void aFindingStandsOnceAndItsRunIsThere() {
    ClaimRow two = of("ring_resolved", "b");
    Tables.replaceAsIs(lake, Stream.concat(findings.stream(), Stream.of(two)).toList());
    assertThat(Tables.check(lake).first().get(0).problem()).isEqualTo("it stands twice");
    refused(two, row -> row.run("another"), "its run is not there: another");
  }

  @Test
  void aRingIsSaidToSpendSomethingOnce() {
    ClaimRow two = of("ring_resolved", "b");
    List<ClaimRow> more = new ArrayList<>(findings);
    more.add(Changed.of(two).amountIndexes(new long[] {index("a")}).publicKeys(List.of()).row());
    Tables.replace(lake, more);
    assertThat(Tables.check(lake).first().get(0).problem())
        .contains("another finding says what ring " + ring("b"));
  }

  @Test
  void outputsWithOneKeyAreNotToldApart() {
    ClaimRow twins = of("ring_narrowed", "f");
    assertThat(twins.amountIndexes()).containsExactly(index("f"), index("f-twin"));
    refused(
        twins,
        row ->
            row.claim("ring_resolved").amountIndexes(new long[] {index("f")}).publicKeys(List.of()),
        "2 members have the key of");
    refused(
        twins,
        row ->
            row.amountIndexes(new long[] {index("b"), index("f"), index("f-twin")})
                .publicKeys(List.of()),
        "different keys");
  }

  @Test
  void aClosedSetCountsAsManyKeysAsRings() {
    ClaimRow set = of("closed_set", "c");
    assertThat(set.keyImages()).hasSize(3);
    refused(
        set,
        row -> row.keyImages(set.keyImages().subList(0, 2)),
        "its 2 rings have 3 keys left for them");
    List<KeyImage> more = new ArrayList<>(set.keyImages());
    more.add(ring("one-1")); // two members of its own
    refused(set, row -> row.keyImages(more), "its 4 rings have 5 keys left");
    refused(
        set,
        row -> row.keyImages(List.of(more.get(1), more.get(0), more.get(2))),
        "not in chain order");
    refused(set, row -> row.restsOn(List.of(ring("a"))), "keys left for them");
  }

  @Test
  void whatFollowsFromASetIsOfThatSet() {
    ClaimRow set = of("closed_set", "c");
    ClaimRow spent = of("output_spent", null, "c");
    refused(
        spent,
        row -> row.amountIndexes(new long[] {index("a")}).publicKeys(List.of()),
        "is not spent by the set that it cites");
    refused(spent, row -> row.restsOn(List.of(set.keyImages().get(1))), "and not by its first, ");
    refused(spent, row -> row.restsOn(List.of()).depth(0), "rests on one closed set");
    refused(spent, row -> row.restsOn(List.of(ring("a"))), "rests on one closed set");
    ClaimRow narrowed = of("ring_narrowed", "c");
    refused(
        narrowed,
        row -> row.amountIndexes(new long[] {narrowed.amountIndexes()[0]}).publicKeys(List.of()),
        "it names 1 of them");
    refused(
        narrowed,
        row ->
            row.amountIndexes(new long[] {index("a"), index("c"), index("e")})
                .publicKeys(List.of()),
        "is not of the set");
  }

  @Test
  void anEliminatedMemberIsTakenByWhatIsCited() {
    ClaimRow gone = of("member_eliminated", null);
    refused(gone, row -> row.restsOn(List.of()).depth(0), "is not struck out");
    refused(gone, row -> row.restsOn(List.of(ring("a"), ring("b"))).depth(2), "nothing out here");
    refused(
        gone,
        row -> row.amountIndexes(new long[] {index("c")}).publicKeys(List.of()),
        "is not struck out");
    refused(gone, row -> row.evidence(List.of("I was there")), "names as evidence what is not");
  }
}
