package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.heuristic.Heuristic;
import org.ringlight.analytics.ring.LakeRings;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;

/** Heuristics measured on the demo chain, from the command line. */
class EvaluateTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PAGE =
      Path.of(System.getProperty("ringlight.root", ".."))
          .resolve("docs/how-to/measure-your-own-heuristic.md");

  @TempDir static Path folder;

  private static Path data = Path.of("");

  @BeforeAll
  static void runTheDemo() {
    assertThat(Typed.in("--data", folder.toString(), "demo", "--without-contrast").code()).isZero();
    data = folder.resolve("demo");
  }

  private static Typed evaluate(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--data", data.toString(), "evaluate"));
    if (!List.of(arguments).contains("--truth")) {
      all.addAll(List.of("--truth", data.resolve("truth.csv").toString()));
    }
    all.addAll(List.of(arguments));
    return Typed.in(all.toArray(String[]::new));
  }

  private static JsonNode scores(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--format", "json"));
    all.addAll(List.of(arguments));
    Typed answer = evaluate(all.toArray(String[]::new));
    assertThat(answer.code()).as(answer.talk()).isZero();
    return JSON.readTree(answer.out());
  }

  private static JsonNode of(JsonNode rows, String heuristic) {
    for (JsonNode row : rows) {
      if (row.get("heuristic").asText().equals(heuristic)
          && row.path("group").asText().equals("all")) {
        return row;
      }
    }
    throw new AssertionError(heuristic + " is not in " + rows);
  }

  @Test
  void theBaselinesAreMeasured() throws IOException {
    JsonNode scores = scores();
    assertThat(scores.get("rings").asLong()).isGreaterThan(3000);
    assertThat(scores.get("truth_not_in_tables").asLong()).isZero();
    assertThat(scores.get("rings_without_truth").asLong()).isZero();
    JsonNode uniform = of(scores.get("probabilities"), "uniform-guess");
    assertThat(uniform.get("top1").asDouble()).isEqualTo(1.0 / 16);
    assertThat(uniform.get("log_loss").asDouble())
        .isEqualTo(uniform.get("uniform_log_loss").asDouble());
    assertThat(uniform.get("effective_ring_size_entropy").asDouble()).isBetween(15.9999, 16.0001);
    JsonNode newest = of(scores.get("claims"), "guess-newest");
    assertThat(newest.get("claims")).isEqualTo(scores.get("rings"));
    assertThat(newest.get("precision").asDouble()).isBetween(0.05, 0.2);
    assertThat(scores.get("claims").findValuesAsText("group")).contains("16");
  }

  @Test
  void guessNewestIsRightWhereSqlSaysSo() throws IOException {
    Typed newest =
        Typed.in(
            "--data",
            data.toString(),
            "sql",
            "--format",
            "csv",
            "SELECT lhex(key_image) || ',' || index_space || ',' || list_max(members) FROM"
                + " xmr.rings");
    String truth = Files.readString(data.resolve("truth.csv"));
    long right =
        newest
            .out()
            .lines()
            .map(line -> line.replace("\"", "") + ",")
            .filter(truth::contains)
            .count();
    JsonNode claims = of(scores().get("claims"), "guess-newest");
    assertThat(right)
        .isPositive()
        .isEqualTo(claims.get("claims").asLong() - claims.get("wrong").asLong());
  }

  @Test
  void membersHaveTheHeightsThatSqlFinds() throws IOException {
    StringBuilder sums = new StringBuilder("key_image,heights,coinbases\n");
    try (Lake lake = Lake.openExisting(data);
        SqlSession session = Sql.open(lake)) {
      LakeRings.of(session)
          .forEach(
              ring -> {
                long heights = 0;
                int coinbases = 0;
                for (int i = 0; i < ring.size(); i++) {
                  heights += (i + 1) * ring.memberHeight(i);
                  coinbases += ring.isCoinbase(i) ? 1 << i : 0;
                }
                sums.append(ring.keyImage()).append(',').append(heights);
                sums.append(',').append(coinbases).append('\n');
              });
    }
    Typed same =
        Typed.in(
            "--data",
            data.toString(),
            "sql",
            "--format",
            "csv",
            """
            WITH member AS (SELECT ring_id, key_image, unnest(member_ids) AS output_id,
              unnest(range(1, len(members) + 1)) AS place FROM xmr.rings)
            SELECT lhex(key_image) AS key_image, sum(place * o.height)::BIGINT AS heights,
              coalesce(sum((1 << (place - 1)::INTEGER)) FILTER (WHERE t.coinbase), 0)::BIGINT
                AS coinbases
            FROM member JOIN xmr.outputs o USING (output_id) JOIN xmr.transactions t USING (tx_id)
            GROUP BY ring_id, key_image ORDER BY ring_id\
            """);
    assertThat(same.code()).as(same.talk()).isZero();
    assertThat(sums).hasToString(same.out().replace("\"", ""));
  }

  @Test
  void theExamplesOfThePageCompileAndAreMeasured() throws IOException {
    Path jar = compile(Files.readString(PAGE), "example");
    Path plots = folder.resolve("plots");
    JsonNode scores = scores("--plugin", jar.toString(), "--plots", plots.toString());
    JsonNode young = of(scores.get("probabilities"), "young-is-likely");
    assertThat(young.get("log_loss").asDouble())
        .isLessThan(young.get("uniform_log_loss").asDouble());
    JsonNode once = of(scores.get("claims"), "named-once");
    assertThat(once.get("claims").asLong()).isBetween(10L, 1000L);
    assertThat(plots.resolve("reliability-young-is-likely-all.svg")).exists();
    assertThat(plots.resolve("collisions.svg")).exists();
    assertThat(scores("--plugin", jar.toString(), "--heuristic", "named-once").get("claims"))
        .hasSize(2);
  }

  @Test
  void aHeuristicThatBreaksDownIsNamed() throws IOException {
    Path jar =
        compile(
            """
            ```java
            import org.ringlight.analytics.finding.Guarantee;
            import org.ringlight.analytics.heuristic.*;
            import org.ringlight.analytics.ring.Ring;
            public final class Broken implements RingScorer {
              public Card card() { return Card.of("broken", "1", Guarantee.STATISTICAL); }
              public double score(Ring ring, int position) { return -1; }
            }
            ```
            """,
            "broken");
    Typed answer = evaluate("--plugin", jar.toString(), "--heuristic", "broken");
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.talk()).contains("broke down").contains("heuristic broken, Broken");
  }

  /** Compiles the Java of a page, as it stands there, into a jar that names its heuristics. */
  private static Path compile(String page, String name) throws IOException {
    Path sources = Files.createDirectories(folder.resolve(name));
    Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of("-cp", System.getProperty("java.class.path", ""), "-d", classes.toString()));
    StringBuilder services = new StringBuilder();
    Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page);
    while (blocks.find()) {
      Matcher type = Pattern.compile("public final class (\\w+)").matcher(blocks.group(1));
      assertThat(type.find()).isTrue();
      Path source = sources.resolve(type.group(1) + ".java");
      Files.writeString(source, blocks.group(1));
      arguments.add(source.toString());
      services.append(type.group(1)).append('\n');
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> compiled = Files.list(classes)) {
      entries.putNextEntry(new JarEntry("META-INF/services/" + Heuristic.class.getName()));
      entries.write(services.toString().getBytes(StandardCharsets.UTF_8));
      for (Path of : compiled.toList()) {
        entries.putNextEntry(new JarEntry(String.valueOf(of.getFileName())));
        Files.copy(of, entries);
      }
    }
    return jar;
  }

  @Test
  void findingsOfAFileAreMeasured() throws IOException {
    Path file = folder.resolve("mine.jsonl");
    List<String> lines = Files.readAllLines(data.resolve("truth.csv"));
    StringBuilder findings = new StringBuilder();
    for (String line : lines.subList(1, 11)) {
      String[] truth = line.split(",", -1);
      findings.append(
          """
          {"heuristic":"oracle","version":"1","guarantee":"conditional","assumption":"the file","claim":"ring_resolved","key_image":"%s","index_space":%s,"amount_indexes":[%s]}
          """
              .formatted(truth[0], truth[1], truth[2]));
    }
    Files.writeString(file, findings);
    JsonNode oracle =
        of(
            scores("--findings", file.toString(), "--heuristic", "uniform-guess").get("claims"),
            "oracle");
    assertThat(oracle.get("claims").asLong()).isEqualTo(10);
    assertThat(oracle.get("wrong").asLong()).isZero();
    assertThat(oracle.get("precision_low").asDouble()).isBetween(0.7, 0.75);
    Files.writeString(file, findings + "{\"heuristic\":1}\n");
    Typed refused = evaluate("--findings", file.toString());
    assertThat(refused.code()).isEqualTo(5);
    assertThat(refused.talk()).contains("mine.jsonl line 11");
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void everyFormatIsPrinted() {
    assertThat(evaluate().out()).contains("precision").contains("0.0625 (0.0625 to 0.0625)");
    Typed csv = evaluate("--format", "csv", "--by", "ring-size");
    assertThat(csv.out())
        .startsWith(
            "section,heuristic,version,parameters,guarantee,claim,group,other,bin,figure,value\n")
        .contains("\nprobabilities,uniform-guess,1,,statistical,,16,,,top1,0.0625\n")
        .contains("\nchain,,,,,,,,,rings,");
    assertThat(csv.out().lines().map(line -> line.split(",", -1).length)).containsOnly(11);
    assertThat(evaluate("--format", "md").out())
        .contains("## Claims\n\n| heuristic | guarantee |")
        .contains("| --- |");
  }

  @Test
  void whatCannotBeIsSaidBeforeAnythingRuns() throws IOException {
    assertThat(evaluate("--truth", folder.resolve("none.csv").toString()).code()).isEqualTo(4);
    Typed other = evaluate("--heuristic", "guess-oldest");
    assertThat(other.code()).isEqualTo(3);
    assertThat(other.talk()).contains("guess-newest");
    assertThat(evaluate("--by", "colour").code()).isEqualTo(2);
    assertThat(evaluate("--plugin", folder.resolve("no.jar").toString()).code()).isEqualTo(3);
    Path wrong = folder.resolve("wrong.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(data.resolve("truth.csv")));
    lines.set(3, lines.get(3).replaceFirst(",0,\\d+,", ",0,999999,"));
    Files.write(wrong, lines);
    Typed invalid = evaluate("--truth", wrong.toString());
    assertThat(invalid.code()).isEqualTo(5);
    assertThat(invalid.talk()).contains("wrong.csv line 4");
  }
}
