package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.official.OfficialRule;
import org.ringlight.protocol.OutputName;
import org.ringlight.testing.Program;
import org.ringlight.truth.era.ServedChain;

/** A written chain of all hard forks, from the command line to the real programs and back. */
class TruthErasTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEBIAN = "monero";
  private static final long BLOCKS = 2_000;

  @TempDir Path folder;

  @Test
  void theRealNodeServesItAndEveryLineOfItsTruthIsThere() throws Exception {
    Program.named("monerod", DEBIAN);
    Program.named("monero-blockchain-import", DEBIAN);
    Path chain = folder.resolve("eras");
    String data = folder.resolve("data").toString();
    done("truth", "eras", "--seed", "7", "--txs", "20000", "--out", chain.toString());
    try (ServedChain served = ServedChain.of(chain, OptionalInt.empty(), (blocks, of) -> {})) {
      String node = served.rpc().toString();
      assertThat(done("truth", "check", chain.toString(), "--node", node).out())
          .contains("every line agrees")
          .contains("2,000 blocks, 20,000 transactions");
      aTruthThatIsTamperedWithIsRefused(chain, node);
      done("--data", data, "index", "--node", node);
      assertThat(done("--data", data, "verify", "--node", node).out()).contains("all of it fits");
    }
    everyHardForkIsThere(data);
    baselinesAreMeasuredInEveryEra(data, chain);
    theNodesOwnExportIsTheFile(chain);
    theOfficialToolMarksOnlyOutputsThatAreSpent(chain, folder.resolve("data"));
    whatIsProvenIsTrueAndCheckedAndHoldsEveryMark(data, chain);
  }

  private void whatIsProvenIsTrueAndCheckedAndHoldsEveryMark(String data, Path chain)
      throws IOException {
    Path tables = Path.of(data);
    BesideTheTruth found = BesideTheTruth.compare(tables, chain.resolve("truth.csv"), folder);
    assertThat(found.claims())
        .containsKeys("zero-mixin", "cascade", "identical-rings", "closed-sets", "duplicate-keys");
    BesideTheTruth.requirePlanted(tables, chain, folder);
    JsonNode rules =
        JSON.readTree(
                done("--data", data, "analyze", "--rules", "official", "--format", "json").out())
            .get("rules");
    assertThat(rules).hasSize(OfficialRule.values().length);
    rules.forEach(rule -> assertThat(rule.get("not_proven").asLong()).as("%s", rule).isZero());
  }

  private void aTruthThatIsTamperedWithIsRefused(Path chain, String node) throws IOException {
    List<String> lines = Files.readAllLines(chain.resolve("truth.csv"));
    Path copy = Files.createDirectories(folder.resolve("tampered"));
    List<List<String>> tampered =
        List.of(
            lines.subList(0, 1), lines.subList(0, 500), without(lines, 300), swapped(lines, 300));
    for (List<String> truth : tampered) {
      Files.write(copy.resolve("truth.csv"), truth);
      Typed answer = Typed.in("truth", "check", copy.toString(), "--node", node);
      assertThat(answer.code()).as(answer.talk()).isEqualTo(5);
      assertThat(answer.talk()).contains("the chain's next ring has the key image");
    }
  }

  private static List<String> without(List<String> lines, int line) {
    List<String> fewer = new ArrayList<>(lines);
    fewer.remove(line);
    return fewer;
  }

  private static List<String> swapped(List<String> lines, int line) {
    List<String> other = new ArrayList<>(lines);
    Collections.swap(other, line, line + 1);
    return other;
  }

  private static Typed done(String... arguments) {
    Typed answer = Typed.in(arguments);
    assertThat(answer.code()).as(answer.talk()).isZero();
    return answer;
  }

  private static void everyHardForkIsThere(String data) {
    String sql =
        "SELECT count(DISTINCT major), count(DISTINCT rct_type), max(height)"
            + " FROM xmr.blocks JOIN xmr.transactions USING (height)";
    assertThat(done("--data", data, "sql", "--format", "csv", sql).out())
        .contains("16,7," + (BLOCKS - 1));
  }

  private static void baselinesAreMeasuredInEveryEra(String data, Path chain) throws IOException {
    String truth = chain.resolve("truth.csv").toString();
    JsonNode scores =
        JSON.readTree(done("--data", data, "evaluate", "--truth", truth, "--format", "json").out());
    assertThat(scores.get("truth_not_in_tables").asLong()).isZero();
    assertThat(scores.get("rings_without_truth").asLong()).isZero();
    Set<String> groups = new HashSet<>(scores.get("claims").findValuesAsText("group"));
    for (int hardFork = 1; hardFork <= 16; hardFork++) {
      assertThat(groups).contains(Integer.toString(hardFork));
    }
  }

  private void theNodesOwnExportIsTheFile(Path chain) throws Exception {
    Path exported = folder.resolve("exported.raw");
    run(
        Program.named("monero-blockchain-export", DEBIAN).toString(),
        "--data-dir",
        chain.resolve("node/fake").toString(),
        "--output-file",
        exported.toString());
    assertThat(Files.mismatch(exported, chain.resolve("blockchain.raw"))).isEqualTo(-1);
  }

  /**
   * Its full count is wrong on chains with view tags, and its rule of equal rings counts rings that
   * name a member twice; here no amount is spent that far. What it marks, truth knows as spent, and
   * our reading of its rules marks the same.
   */
  private void theOfficialToolMarksOnlyOutputsThatAreSpent(Path chain, Path data) throws Exception {
    BesideTheOfficialTool same =
        BesideTheOfficialTool.compare(chain.resolve("node/fake/lmdb"), data, folder);
    Set<String> spent = new HashSet<>();
    for (String line : Files.readAllLines(chain.resolve("truth.csv"))) {
      String[] fields = line.split(",", -1);
      spent.add(fields[1] + ":" + fields[2]);
    }
    List<String> marks = new ArrayList<>();
    same.marks()
        .forEach((space, index, rule) -> marks.add(new OutputName(space, index).toString()));
    assertThat(marks).hasSizeGreaterThan(1_000);
    assertThat(marks).allMatch(spent::contains);
    for (OfficialRule rule : OfficialRule.values()) {
      assertThat(same.marks().count(rule)).as("%s", rule).isPositive();
    }
  }

  private void run(String... command) throws Exception {
    Path log = folder.resolve("tool.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void whatCannotWorkIsSaidBeforeAnythingIsMade() {
    Path out = folder.resolve("out");
    Typed feature = Typed.in("truth", "eras", "--without", "rings", "--out", out.toString());
    assertThat(feature.code()).isEqualTo(3);
    assertThat(feature.talk()).contains("no feature 'rings'").contains("view-tags");
    Typed law = Typed.in("truth", "eras", "--spend-ages", "gamma(1)", "--out", out.toString());
    assertThat(law.code()).isEqualTo(3);
    assertThat(out).doesNotExist();
    Typed serve = Typed.in("truth", "serve", folder.toString());
    assertThat(serve.code()).isEqualTo(3);
    assertThat(serve.talk()).contains("there is no chain");
  }

  @Test
  void aFileThatIsNoChainIsRefused() throws IOException {
    Files.writeString(folder.resolve("blockchain.raw"), "not a chain");
    Typed serve = Typed.in("truth", "serve", folder.toString());
    assertThat(serve.code()).isEqualTo(5);
    assertThat(serve.talk()).contains("not a bootstrap file");
    assertThat(folder.resolve("node")).doesNotExist();
  }
}
