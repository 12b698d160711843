package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.TruthFiles;

/** The demo, and every way of looking at what it made. */
class DemoTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static Typed demo = new Typed(-1, "", "");

  @BeforeAll
  static void runTheDemo() {
    demo = Typed.in("--data", folder.toString(), "demo", "--without-contrast");
  }

  private static Typed look(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--data";
    all[1] = folder.resolve("demo").toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Typed.in(all);
  }

  private static JsonNode sql(String statement) throws IOException {
    Typed answer = look("sql", "--format", "json", statement);
    assertThat(answer.code()).as(answer.talk()).isZero();
    return JSON.readTree(answer.out());
  }

  @Test
  void tellsWhatItFoundAndWhatToTypeNext() {
    assertThat(demo.code()).as(demo.talk()).isZero();
    assertThat(demo.talk()).contains("every hash verified");
    assertThat(demo.out())
        .contains("a branch that lost")
        .contains("rings of 16 members")
        .contains("What to type next:");
  }

  @Test
  void itsTablesAreProvedByThemselves() {
    Typed verified = look("verify");
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("all of it fits");
  }

  @Test
  void everyTrueSpendIsInItsRingWhereTheTruthSays() throws IOException {
    List<TrueSpend> truth = TruthFiles.readSpends(folder.resolve("demo").resolve("truth.csv"));
    JsonNode rings =
        sql("SELECT lhex(key_image) AS key_image, index_space, members FROM xmr.rings");
    assertThat(truth).hasSameSizeAs(rings).hasSizeGreaterThan(500);
    Map<String, JsonNode> byImage = new HashMap<>();
    rings.forEach(ring -> byImage.put(ring.get("key_image").asText(), ring));
    for (TrueSpend spend : truth) {
      assertThat(byImage).containsKey(spend.keyImage().toString());
      JsonNode ring = Objects.requireNonNull(byImage.get(spend.keyImage().toString()));
      assertThat(ring.get("index_space").asLong()).isEqualTo(spend.indexSpace());
      assertThat(ring.get("members").get(spend.position()).asLong()).isEqualTo(spend.amountIndex());
    }
  }

  @Test
  void keepsTheBranchThatLost() throws IOException {
    JsonNode blocks =
        sql(
            "SELECT b.height, b.whole, b.tx_count + 1 = count(*) AS complete FROM xmr.alt_blocks b"
                + " JOIN xmr.alt_transactions t USING (block_hash) WHERE NOT EXISTS (SELECT 1 FROM"
                + " xmr.blocks m WHERE m.hash = b.block_hash) GROUP BY b.block_hash, b.height,"
                + " b.whole, b.tx_count");
    assertThat(blocks).isNotEmpty();
    blocks.forEach(block -> assertThat(block.get("complete")).isEqualTo(block.get("whole")));
    JsonNode spentOnBoth =
        sql(
            "SELECT lhex(a.key_image) AS image, a.members AS there, r.members AS here FROM"
                + " xmr.alt_rings a JOIN xmr.rings r USING (key_image) WHERE a.whole");
    assertThat(spentOnBoth).isNotEmpty();
    spentOnBoth.forEach(ring -> assertThat(ring.get("there")).hasSameSizeAs(ring.get("here")));
  }

  @Test
  void showsBlockTransactionAndRing() throws IOException {
    JsonNode ring =
        sql("SELECT lhex(key_image) AS image, lhex(hash) AS tx, r.height FROM xmr.rings r JOIN"
                + " xmr.transactions t USING (tx_id) ORDER BY ring_id LIMIT 1")
            .get(0);
    JsonNode block =
        JSON.readTree(look("block", "--format", "json", ring.get("height").asText()).out());
    assertThat(block.get("transactions")).hasSizeGreaterThan(1);
    JsonNode byHash =
        JSON.readTree(look("block", "--format", "json", block.get("hash").asText()).out());
    assertThat(byHash).isEqualTo(block);
    JsonNode transaction =
        JSON.readTree(look("tx", "--format", "json", ring.get("tx").asText()).out());
    assertThat(transaction.get("rings").get(0).get("key_image")).isEqualTo(ring.get("image"));
    JsonNode members =
        JSON.readTree(look("ring", "--format", "json", ring.get("image").asText()).out())
            .get("members");
    assertThat(members).hasSize(16);
    members.forEach(member -> assertThat(member.get("age_blocks").asLong()).isGreaterThan(9));
    assertThat(look("ring", ring.get("image").asText()).out())
        .contains("members:")
        .contains(members.get(0).get("transaction").asText());
  }

  @Test
  void showsEveryRingThatHoldsAnOutput() throws IOException {
    JsonNode member =
        sql("SELECT index_space || ':' || m AS output, count(*) AS rings FROM (SELECT index_space,"
                + " unnest(members) AS m FROM xmr.rings) GROUP BY ALL ORDER BY rings DESC, output"
                + " LIMIT 1")
            .get(0);
    JsonNode found =
        JSON.readTree(look("output", "--format", "json", member.get("output").asText()).out());
    assertThat(found.get("ring_count").asLong()).isEqualTo(member.get("rings").asLong());
    assertThat(found.get("rings")).hasSize(member.get("rings").asInt());
    found
        .get("rings")
        .forEach(ring -> assertThat(ring.get("output")).isEqualTo(member.get("output")));
    String key = found.get("public_key").asText();
    JsonNode byKey = JSON.readTree(look("output", "--format", "json", key).out());
    assertThat(byKey.get("rings")).isEqualTo(found.get("rings"));
    assertThat(byKey.get("outputs")).isEqualTo(found.get("outputs"));
    assertThat(look("output", "0:99999999").code()).isEqualTo(3);
    assertThat(look("output", "five").talk()).contains("is not SPACE:INDEX");
  }

  @Test
  void saysWhatIsNotThere() {
    Typed missing = look("tx", "ab".repeat(32));
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.talk()).contains("no such transaction").contains("ringlight status");
  }

  @Test
  void printsEveryFormat() {
    String statement = "SELECT height, NULL AS nothing, 'a,b' AS text FROM xmr.blocks LIMIT 2";
    assertThat(look("sql", "--format", "csv", statement).out())
        .isEqualTo("height,nothing,text\n0,,\"a,b\"\n1,,\"a,b\"\n");
    assertThat(look("sql", "--format", "jsonl", statement).out())
        .isEqualTo(
            """
            {"height":0,"nothing":null,"text":"a,b"}
            {"height":1,"nothing":null,"text":"a,b"}
            """);
    assertThat(look("sql", statement).out()).startsWith("height  nothing  text\n──────");
  }

  @Test
  void looksBackToAnEarlierHeight() throws IOException {
    Typed answer =
        look("sql", "--at-height", "99", "--format", "csv", "SELECT max(height) FROM xmr.outputs");
    assertThat(answer.out()).endsWith("\n99\n");
  }

  @Test
  void sqlReachesNoOtherFileAndWritesNone() throws IOException {
    Path target = folder.resolve("stolen.csv");
    assertThat(look("sql", "SELECT * FROM read_csv('/etc/passwd')").code()).isEqualTo(2);
    for (String statement :
        List.of(
            "COPY (SELECT 1) TO '" + target + "'",
            "COPY (SELECT 1) TO '" + target + "' (USE_TMP_FILE false); SELECT 1",
            "CREATE TABLE t (a INTEGER)",
            "SET threads = 1",
            "EXPLAIN (ANALYZE) COPY (SELECT 1) TO '" + target + "'",
            "EXPLAIN /**/ ANALYZE COPY (SELECT 1) TO '" + target + "'",
            "SELECT 1; ATTACH '" + target + "'")) {
      Typed answer = look("sql", statement);
      assertThat(answer.code()).as(statement).isEqualTo(2);
      assertThat(answer.talk()).contains("Only queries are answered");
    }
    assertThat(target).doesNotExist();
    assertThat(look("sql", "EXPLAIN SELECT count(*) FROM xmr.rings").code()).isZero();
    assertThat(look("sql", "DESCRIBE xmr.rings").out()).contains("key_image");
  }

  @Test
  void statusSaysHowFarTheTablesReach() throws IOException {
    JsonNode status = JSON.readTree(look("status", "--format", "json").out());
    assertThat(status.get("network").asText()).isEqualTo("fakechain");
    assertThat(status.get("height").asLong()).isPositive();
    assertThat(status.get("tables"))
        .hasSize(Namespace.XMR.tables().size() + Namespace.FINDINGS.tables().size());
  }

  @Test
  void lookingWhereThereIsNothingMakesNothing() {
    Path nowhere = folder.resolve("nowhere");
    for (String command : List.of("status", "verify")) {
      Typed answer = Typed.in("--data", nowhere.toString(), command);
      assertThat(answer.code()).isEqualTo(3);
      assertThat(answer.talk()).contains("there are no tables").contains("ringlight demo");
    }
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void aShorterChainTakesNothingBack() throws IOException {
    try (HostileNode shorter = HostileNode.playing(HostileNode.smallChain(), 50)) {
      Typed indexed = look("index", "--node", shorter.uri().toString());
      assertThat(indexed.code()).as(indexed.talk()).isZero();
      assertThat(indexed.talk()).contains("Nothing new.").contains("Tip: height 460");
    }
    assertThat(look("verify").code()).isZero();
  }

  @Test
  void tablesThatWereCopiedAreRefusedUntilTheyAreMigrated() throws IOException {
    Path copy = folder.resolve("copy");
    copy(folder.resolve("demo"), copy);
    for (String command : List.of("status", "verify")) {
      Typed answer = Typed.in("--data", copy.toString(), command);
      assertThat(answer.code()).isEqualTo(3);
      assertThat(answer.talk()).contains("moved or copied").contains("ringlight migrate");
    }
    Typed said = Typed.in("--data", copy.toString(), "migrate", "--dry-run");
    assertThat(said.talk()).contains("The tables were made in " + folder.toRealPath());
    assertThat(Typed.in("--data", copy.toString(), "status").code()).isEqualTo(3);
    Typed migrated = Typed.in("--data", copy.toString(), "migrate");
    assertThat(migrated.code()).as(migrated.talk()).isZero();
    assertThat(migrated.talk()).contains("rewritten: ").contains("xmr/rings");
    assertThat(migrated.talk())
        .containsPattern("Done: [1-9][0-9]* tables with [1-9][0-9]* files")
        .contains("ready in " + copy.toRealPath());
    assertThat(Typed.in("--data", copy.toString(), "verify").code()).isZero();
    assertThat(Typed.in("--data", copy.toString(), "migrate").talk()).contains("Nothing to do.");
    assertThat(look("verify").code()).isZero();
  }

  @Test
  void damagedTipsAndALostMarkAreFoundByVerify() throws IOException {
    Path data = folder.resolve("damaged").resolve("demo");
    Typed.in("--data", folder.resolve("damaged").toString(), "demo", "--without-contrast");
    Path tip = tipFile(data);
    byte[] whole = Files.readAllBytes(tip);
    Files.write(tip, Arrays.copyOf(whole, whole.length / 2));
    Typed cut = Typed.in("--data", data.toString(), "verify");
    assertThat(cut.code()).as(cut.talk()).isEqualTo(5);
    assertThat(cut.talk()).contains("damaged").contains(tip.toString());
    Files.write(tip, whole);
    Files.delete(data.resolve("lake.properties"));
    Typed lost = Typed.in("--data", data.toString(), "verify");
    assertThat(lost.code()).as(lost.talk()).isEqualTo(5);
    assertThat(lost.talk()).contains("lake.properties").contains("ringlight migrate");
    assertThat(Typed.in("--data", data.toString(), "migrate").code()).isZero();
    assertThat(Typed.in("--data", data.toString(), "verify").code()).isZero();
  }

  private static Path tipFile(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data.toRealPath().resolve("xmr/tips/data"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  @Test
  void aLostCatalogIsNoEmptyOne() throws IOException {
    Path data = folder.resolve("lost");
    Typed.in("--data", data.toString(), "demo", "--without-contrast");
    Files.delete(data.resolve("demo").resolve("catalog.sqlite"));
    Typed answer = Typed.in("--data", data.resolve("demo").toString(), "status");
    assertThat(answer.code()).isEqualTo(5);
    assertThat(answer.talk()).contains("the catalog is gone");
  }

  @Test
  void namesThatComeTwiceAreToldApart() {
    assertThat(look("sql", "--format", "jsonl", "SELECT 1 AS a, 2 AS a").out())
        .isEqualTo("{\"a\":1,\"a_1\":2}\n");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
