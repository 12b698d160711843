package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The findings of tables beside the true spends of their chain, from the command line.
 *
 * @param rings how many the chain has
 * @param claims how many claims each heuristic makes of them, none of them false
 */
record BesideTheTruth(long rings, Map<String, Long> claims) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Analyses, evaluates, and checks every proof: no claim may be false, none left without a
   * judgement, no proof rejected.
   *
   * @param folder for files that are not there yet
   * @param forks data directories of the other sides of splits
   */
  static BesideTheTruth compare(Path data, Path truth, Path folder, Path... forks)
      throws IOException {
    analysed(data, forks);
    Path findings = folder.resolve(data.getFileName() + "-findings.jsonl");
    done(data, "export", "findings", "--format", "jsonl", "--out", findings.toString());
    JsonNode scores =
        JSON.readTree(
            done(
                data,
                "evaluate",
                "--truth",
                truth.toString(),
                "--findings",
                findings.toString(),
                "--heuristic",
                "uniform-guess",
                "--format",
                "json"));
    for (String gap : List.of("truth_not_in_tables", "rings_without_truth", "unjudged_claims")) {
      assertThat(scores.get(gap).asLong()).as(gap).isZero();
    }
    Map<String, Long> claims = new TreeMap<>();
    for (JsonNode claim : scores.get("claims")) {
      assertThat(claim.get("wrong").asLong()).as("%s", claim).isZero();
      if (claim.get("group").asText().equals("all")) {
        claims.merge(claim.get("heuristic").asText(), claim.get("claims").asLong(), Long::sum);
      }
    }
    BesideTheTruth result = new BesideTheTruth(scores.get("rings").asLong(), claims);
    System.out.println(data.getFileName() + ": " + result);
    return result;
  }

  private static void analysed(Path data, Path... forks) {
    List<String> analyze = new ArrayList<>(List.of("analyze"));
    List<String> prove = new ArrayList<>(List.of("prove", "--all"));
    for (Path fork : forks) {
      analyze.addAll(List.of("--fork", fork.toString()));
      prove.addAll(List.of("--fork", fork.toString()));
    }
    done(data, analyze.toArray(String[]::new));
    done(data, prove.toArray(String[]::new));
  }

  /**
   * What identical rings and rings in a cycle spend must be found to be spent.
   *
   * @param chain what {@code truth eras} wrote
   */
  static void requirePlanted(Path data, Path chain, Path folder) throws IOException {
    Path spent = folder.resolve(data.getFileName() + "-spent.csv");
    done(data, "export", "spent-outputs", "--format", "csv", "--out", spent.toString());
    Set<String> found = new HashSet<>(Files.readAllLines(spent));
    Set<String> planted = new HashSet<>();
    for (String line : Files.readAllLines(chain.resolve("transactions.csv"))) {
      String[] fields = line.split(",", -1);
      if (fields[4].equals("identical-rings") || fields[4].equals("ring-cycle")) {
        planted.add(fields[0]);
      }
    }
    assertThat(planted).hasSizeGreaterThan(50);
    String sql =
        "SELECT lhex(t.hash), lhex(key_image) FROM xmr.rings JOIN xmr.transactions t"
            + " USING (tx_id)";
    Set<String> images = new HashSet<>();
    for (String row : done(data, "sql", "--format", "csv", sql).lines().toList()) {
      String[] fields = row.replace("\"", "").split(",", -1);
      if (planted.contains(fields[0])) {
        images.add(fields[1]);
      }
    }
    assertThat(images).hasSizeGreaterThanOrEqualTo(planted.size());
    for (String line : Files.readAllLines(chain.resolve("truth.csv"))) {
      String[] fields = line.split(",", -1);
      if (images.contains(fields[0])) {
        assertThat(found).as(line).contains(fields[1] + "," + fields[2]);
      }
    }
  }

  /** What a command says that ends well. */
  static String done(Path data, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--data", data.toString()));
    all.addAll(List.of(arguments));
    Typed answer = Typed.in(all.toArray(String[]::new));
    assertThat(answer.code()).as(answer.out() + answer.talk()).isZero();
    return answer.out();
  }
}
