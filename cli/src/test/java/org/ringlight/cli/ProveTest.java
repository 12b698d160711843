package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;

/** The story's chain, analysed and proven from the command line. */
class ProveTest {

  private static final MiniChain CHAIN = MiniChain.ofStory();

  @TempDir static Path folder;

  @BeforeAll
  static void analyse() {
    CHAIN.write(folder);
    Typed analysed = Typed.in("--data", folder.toString(), "analyze");
    assertThat(analysed.code()).as(analysed.talk()).isZero();
  }

  private static Typed prove(Path data, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--data", data.toString(), "prove"));
    all.addAll(List.of(arguments));
    return Typed.in(all.toArray(String[]::new));
  }

  private static String image(String spent) {
    return CHAIN.ring(spent).keyImage().toString();
  }

  @Test
  void aProofEndsAtTheRingAndSaysThatItWasChecked() {
    Typed proof = prove(folder, image("ada-5"));
    assertThat(proof.code()).as(proof.talk()).isZero();
    assertThat(proof.out())
        .startsWith(CHAIN.resolve("1. zero-mixin, proven: ring ring(ada-1) at height 4 spends"))
        .contains(CHAIN.resolve("5. cascade, proven: ring ring(ada-5) at height 7"))
        .endsWith(
            CHAIN.resolve(
                """
                ring ring(ada-5) spends out(ada-5)
                proven: it follows from the rings alone
                checked: every step follows from the rings
                """));
  }

  @Test
  void theSameAsJson() throws IOException {
    Typed proof = prove(folder, image("jo-3"), "--format", "json");
    assertThat(proof.code()).isZero();
    JsonNode document = new ObjectMapper().readTree(proof.out());
    assertThat(document.get("state").asText()).isEqualTo("resolved");
    assertThat(document.get("steps")).hasSize(2);
    assertThat(document.at("/steps/0/claim").asText()).isEqualTo("closed_set");
    assertThat(document.at("/ring/members/0/step").asInt()).isEqualTo(1);
    assertThat(document.at("/ring/members/2/verdict").asText()).isEqualTo("spent");
  }

  @Test
  void whatIsNotThereIsSaidClearly() {
    Typed unknown = prove(folder, "00".repeat(32));
    assertThat(unknown.code()).isEqualTo(3);
    assertThat(unknown.talk()).contains("no such key image in the tables");
    assertThat(prove(folder).code()).isEqualTo(2);
    assertThat(prove(folder, "--all", image("jo-3")).code()).isEqualTo(2);
    assertThat(prove(folder, "xyz").code()).isEqualTo(2);
  }

  @Test
  void allFindingsAreCheckedAndAFalseOneIsRejected(@TempDir Path other) {
    Typed all = prove(folder, "--all");
    assertThat(all.code()).as(all.talk()).isZero();
    assertThat(all.out()).contains("result: every finding follows from the rings");
    CHAIN.write(other);
    assertThat(prove(other, "--all").code()).isEqualTo(3);
    assertThat(Typed.in("--data", other.toString(), "analyze").code()).isZero();
    liftDepths(other);
    Typed rejected = prove(other, "--all", "--format", "json");
    assertThat(rejected.code()).isEqualTo(5);
    assertThat(rejected.out()).contains("its depth is 0, not 1");
    Typed proof = prove(other, image("ada-5"));
    assertThat(proof.code()).isEqualTo(5);
    assertThat(proof.out()).contains("REJECTED: ");
  }

  /** Says of every finding that it is one citation deeper than it is. */
  private static void liftDepths(Path data) {
    try (Lake lake = Lake.open(data)) {
      List<ClaimRow> rows = new ArrayList<>();
      try (Snapshot tables = lake.current(Namespace.FINDINGS).orElseThrow();
          Rows<ClaimRow> found = tables.scan(ClaimRow.TABLE)) {
        found.forEachRemaining(rows::add);
      }
      Tip tip = lake.tip(Namespace.FINDINGS).orElseThrow();
      try (Writer writer = lake.writer(Namespace.FINDINGS);
          Commit commit = writer.begin()) {
        commit.deleteAbove(-1);
        rows.forEach(row -> commit.append(ClaimRow.TABLE, deeper(row)));
        commit.commit(tip.height(), tip.hash());
      }
    }
  }

  private static ClaimRow deeper(ClaimRow row) {
    return new ClaimRow(
        row.number(),
        row.findingId(),
        row.runId(),
        row.heuristic(),
        row.version(),
        row.parameters(),
        row.claim(),
        row.keyImages(),
        row.indexSpace(),
        row.amountIndexes(),
        row.publicKeys(),
        row.probabilities(),
        row.guarantee(),
        row.assumption(),
        row.restsOn(),
        row.evidence(),
        row.depth() + 1,
        row.height(),
        row.tipHeight(),
        row.tipHash());
  }
}
