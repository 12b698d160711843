package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.export.SpentOutputsFile;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.protocol.OutputName;

/** Where the official rules go wrong, the report says which of them did. */
class OfficialFaultsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHAINS = 8;

  @TempDir Path folder;

  @Test
  void everyMarkThatIsNotProvenGoesBackToAFaultyRule() throws IOException {
    Map<String, Long> proven = new HashMap<>();
    Map<String, Long> faulty = new HashMap<>();
    long wrong = 0;
    for (int seed = 0; seed < CHAINS; seed++) {
      Path data = folder.resolve("data" + seed);
      MiniChain chain = TaggedStory.write(seed, data);
      BesideTheTruth.done(data, "analyze");
      BesideTheTruth.done(data, "prove", "--all");
      for (JsonNode rule : report(data).get("rules")) {
        String name = rule.get("rule").asText();
        assertThat(rule.get("not_explained").asLong()).as("seed %d: %s", seed, rule).isZero();
        assertThat(rule.get("made_by_faulty_rule")).isEqualTo(rule.get("not_proven"));
        proven.merge(name, rule.get("proven").asLong(), Long::sum);
        faulty.merge(name, rule.get("not_proven").asLong(), Long::sum);
      }
      Set<String> disputed = disputed();
      Set<String> lies = marks();
      lies.removeAll(spent(chain));
      assertThat(disputed).as("seed %d", seed).containsAll(lies);
      wrong += lies.size();
    }
    System.out.println("proven " + proven + ", not proven " + faulty + ", false " + wrong);
    assertThat(wrong).isGreaterThan(20);
    assertThat(proven.values()).as("%s", proven).allMatch(count -> count > 0);
    assertThat(faulty.get("full-count")).isGreaterThan(20);
    assertThat(faulty.get("chain-reaction")).isGreaterThan(10);
    assertThat(faulty.get("ring-size-1")).isZero();
    assertThat(faulty.get("duplicate-rings")).isZero();
  }

  private JsonNode report(Path data) throws IOException {
    return JSON.readTree(
        BesideTheTruth.done(
            data,
            "analyze",
            "--rules",
            "official",
            "--format",
            "json",
            "--out",
            folder.resolve("marks.txt").toString(),
            "--disputed",
            folder.resolve("disputed.csv").toString()));
  }

  /** The outputs of the list, each with the rule at fault beside it. */
  private Set<String> disputed() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("disputed.csv"));
    assertThat(lines.get(0)).isEqualTo("index_space,amount_index,rule,faulty_rule");
    Set<String> outputs = new HashSet<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      assertThat(fields[2]).isIn("full-count", "chain-reaction");
      assertThat(fields[3]).as(line).isEqualTo("full-count");
      outputs.add(fields[0] + ":" + fields[1]);
    }
    return outputs;
  }

  private Set<String> marks() {
    Set<String> marks = new HashSet<>();
    SpentOutputsFile.read(
        folder.resolve("marks.txt"),
        (space, first, last) -> {
          for (long index = first; index <= last; index++) {
            marks.add(new OutputName(space, index).toString());
          }
        });
    return marks;
  }

  private static Set<String> spent(MiniChain chain) {
    Set<String> spent = new HashSet<>();
    chain
        .truth()
        .values()
        .forEach(
            output ->
                spent.add(new OutputName(output.indexSpace(), output.amountIndex()).toString()));
    return spent;
  }

  /** A fault is found in the rules: it is no name for whatever was not looked for. */
  @Test
  void whatSomeHeuristicsDoNotProveIsNotCalledAFault() throws IOException {
    Path data = folder.resolve("data");
    MiniChain.ofStory().write(data);
    BesideTheTruth.done(data, "analyze", "zero-mixin");
    Typed typed =
        Typed.in("--data", data.toString(), "analyze", "--rules", "official", "--format", "json");
    assertThat(typed.code()).as(typed.talk()).isZero();
    assertThat(typed.talk()).contains("of some heuristics only");
    JsonNode report = JSON.readTree(typed.out());
    assertThat(report.has("faulty_rule")).isFalse();
    long open = 0;
    for (JsonNode rule : report.get("rules")) {
      assertThat(rule.get("made_by_faulty_rule").asLong()).isZero();
      open += rule.get("not_explained").asLong();
    }
    assertThat(open).isPositive();
  }
}
