package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The graph of the demo chain from the command line. The tests are an analyst's day, in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GraphCommandsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  @BeforeAll
  static void index() {
    assertThat(Typed.in("--data", folder.toString(), "demo", "--without-contrast").code()).isZero();
  }

  @AfterAll
  static void stop() {
    type("graph", "stop");
  }

  private static Typed type(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--data";
    all[1] = folder.resolve("demo").toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Typed.in(all);
  }

  private static Typed typed(String... arguments) {
    Typed answer = type(arguments);
    assertThat(answer.code()).as(answer.talk()).isZero();
    return answer;
  }

  private static JsonNode json(String... arguments) throws IOException {
    return JSON.readTree(typed(arguments).out());
  }

  @Test
  @Order(1)
  void withoutAServerThatIsSaid() {
    assertThat(typed("graph", "status").out()).contains("does not run");
    assertThat(type("query", "hub-outputs").code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(type("graph", "verify").talk()).contains("ringlight graph start");
    assertThat(typed("graph", "stop").talk()).contains("It does not run");
  }

  @Test
  @Order(2)
  void theWholeChainIsLoadedAndEqualsTheTables() {
    typed("graph", "load", "--heap", "512m", "--page-cache", "256m");
    assertThat(typed("graph", "status").out())
        .contains("http://127.0.0.1:")
        .contains("heights 0 to")
        .contains("graph/password");
    assertThat(typed("graph", "verify").out()).contains("the graph is what the tables say");
    assertThat(typed("graph", "load").talk()).contains("The graph holds heights");
  }

  @Test
  @Order(3)
  void aRingIsTheSameInTheTablesAndInTheGraph() throws IOException {
    JsonNode ring =
        json(
                "sql",
                "--format",
                "json",
                "SELECT lhex(key_image) AS k, members FROM xmr.rings LIMIT 1")
            .get(0);
    JsonNode members =
        json(
            "query",
            "ring-members",
            "-p",
            "key_image=" + ring.get("k").asText(),
            "--format",
            "json");
    assertThat(members).hasSize(ring.get("members").size());
    JsonNode table = json("ring", ring.get("k").asText(), "--format", "json");
    assertThat(table.toString()).contains(members.get(0).get("output").asText());
  }

  @Test
  @Order(4)
  void whatIsAskedWronglyIsSaid() {
    assertThat(type("query", "no-such").code()).isIn(ExitCode.USAGE, ExitCode.CONFIGURATION);
    assertThat(type("query", "ring-members").code()).isIn(ExitCode.USAGE, ExitCode.CONFIGURATION);
    assertThat(type("query", "ring-members", "-p", "key_image=xyz").talk()).contains("key_image");
    assertThat(type("graph", "expand", "--seed", "nonsense").talk()).contains("SPACE:INDEX");
    assertThat(type("graph", "expand", "--seed", "4" + "A".repeat(94)).talk())
        .contains("a Monero address is on no chain");
    assertThat(type("graph", "expand", "--seed", "0:1", "--hops", "-1").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(type("graph", "load", "--from", "9", "--to", "3").code()).isEqualTo(ExitCode.USAGE);
    assertThat(type("graph", "load", "--follow", "--to", "3").code()).isEqualTo(ExitCode.USAGE);
    assertThat(type("graph", "start", "--heap", "much").talk()).contains("no amount of memory");
  }

  @Test
  @Order(5)
  void findingsAndLabelsShowUpInQueries() throws IOException {
    JsonNode ring =
        json(
                "sql",
                "--format",
                "json",
                "SELECT lhex(key_image) AS k, members[1] AS m FROM xmr.rings ORDER BY ring_id LIMIT"
                    + " 1")
            .get(0);
    Path findings = folder.resolve("planted.jsonl");
    Files.writeString(
        findings,
        """
        {"heuristic":"planted","version":"1","guarantee":"proven","claim":"ring_resolved","key_image":"%s",\
        "index_space":0,"amount_indexes":[%d]}
        """
            .formatted(ring.get("k").asText(), ring.get("m").asLong()));
    assertThat(typed("graph", "findings", findings.toString()).talk()).contains("1 relationships");
    JsonNode claims =
        json(
            "query",
            "ring-findings",
            "-p",
            "key_image=" + ring.get("k").asText(),
            "--format",
            "json");
    assertThat(claims).hasSize(1);
    assertThat(claims.get(0).get("guarantee").asText()).isEqualTo("proven");
    Path labels = folder.resolve("labels.csv");
    Files.writeString(
        labels,
        "subject,label,category,confidence,source\noutput:0:%d,the shop,exchange,80,its owner\n"
            .formatted(ring.get("m").asLong()));
    assertThat(typed("graph", "labels", labels.toString()).talk()).contains("1 relationships");
    assertThat(typed("graph", "status").out()).contains("planted.jsonl").contains("labels.csv");
    assertThat(typed("graph", "verify").out()).contains("the graph is what the tables say");
  }

  @Test
  @Order(6)
  void whatAnAnalysisFindsShowsUpInQueries() throws IOException {
    typed("analyze");
    assertThat(typed("graph", "findings").talk()).contains("relationships are in the graph");
    JsonNode found =
        json(
            "sql",
            "--format",
            "json",
            "SELECT lhex(key_images[1]) AS k, guarantee FROM findings.claims"
                + " WHERE claim = 'ring_resolved'");
    assertThat(found).isNotEmpty();
    JsonNode claims =
        json(
            "query",
            "ring-findings",
            "-p",
            "key_image=" + found.get(0).get("k").asText(),
            "--format",
            "json");
    assertThat(claims.findValuesAsText("guarantee"))
        .contains(found.get(0).get("guarantee").asText());
    assertThat(typed("graph", "status").out()).contains("analyze");
    assertThat(typed("graph", "verify").out()).contains("the graph is what the tables say");
  }

  @Test
  @Order(7)
  void aCaseCollectsANeighbourhood() {
    Typed expanded =
        typed("graph", "expand", "--seed", "0:100", "--direction", "both", "--case", "shop");
    assertThat(expanded.out()).contains("transactions").contains("rings");
  }

  @Test
  @Order(8)
  void favouritesAreWrittenOnce() {
    Path file = folder.resolve("favourites.zip");
    typed("query", "list", "--favourites", file.toString());
    assertThat(file).isNotEmptyFile();
    assertThat(type("query", "list", "--favourites", file.toString()).code())
        .isEqualTo(ExitCode.CONFIGURATION);
    assertThat(typed("query", "list").out().lines().count()).isGreaterThan(20);
  }
}
