package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.cli.demo.BundledChain;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RunRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.recording.RecordedNode;

/** Commits that are kept by hand, and those that are forgotten. */
class KeptCommitsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  @BeforeAll
  static void indexTheDemosChain() {
    try (RecordedNode recorded = RecordedNode.serve(BundledChain.recording())) {
      assertThat(type("index", "--node", recorded.uri().toString()).code()).isZero();
    }
  }

  private static Typed type(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--data";
    all[1] = folder.resolve("demo").toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Typed.in(all);
  }

  private static JsonNode status() throws IOException {
    return JSON.readTree(type("status", "--format", "json").out());
  }

  @Test
  void whatIsPinnedOutlivesAnExpiryThatKeepsNothingElse() throws IOException {
    Tip first = first();
    assertThat(status().get("commits_kept").asInt()).as("or nothing could expire").isGreaterThan(1);
    Typed pinned = type("pin", "--commit", Long.toString(first.number()), "--why", "case 17");
    assertThat(pinned.code()).as(pinned.talk()).isZero();
    String pin = pinned.out().strip();
    assertThat(status().get("pins").get(0).get("pin").asText()).isEqualTo(pin);
    assertThat(status().get("pins").get(0).get("why").asText()).isEqualTo("case 17");

    Typed expired = type("expire", "--keep", "1");
    assertThat(expired.code()).as(expired.talk()).isZero();
    assertThat(first()).isEqualTo(first);

    assertThat(type("unpin", pin).code()).isZero();
    assertThat(status().has("pins")).isFalse();
    assertThat(type("expire", "--keep", "1").talk()).contains("1 kept");
    assertThat(status().get("commits_kept").asInt()).isEqualTo(1);
    assertThat(type("verify").code()).isZero();

    Typed gone = type("pin", "--commit", "999", "--why", "case 17");
    assertThat(gone.code()).isEqualTo(3);
    assertThat(gone.talk()).contains("commit 999 is not kept");
  }

  private static Tip first() {
    try (Lake lake = Lake.openExisting(folder.resolve("demo"))) {
      return lake.tips(Namespace.XMR).get(0);
    }
  }

  @Test
  void findingsHaveCommitsOfTheirOwn() throws IOException {
    assertThat(status().has("namespaces")).isFalse();
    assertThat(type("pin", "--namespace", "findings", "--why", "case 17").talk())
        .contains("nothing is written in findings yet");
    writeRuns(3);
    JsonNode findings = status().get("namespaces").get(0);
    assertThat(findings.get("namespace").asText()).isEqualTo("findings");
    assertThat(findings.get("commits").asLong()).isEqualTo(3);
    assertThat(status().get("tables").findValuesAsText("table"))
        .contains("xmr.rings", "findings.runs", "findings.claims")
        .doesNotContain("intel.assertions");
    assertThat(type("verify").out()).containsPattern("rows of findings read +3");

    Typed pinned = type("pin", "--namespace", "findings", "--commit", "1", "--why", "case 17");
    String pin = pinned.out().strip();
    assertThat(status().get("pins").findValuesAsText("namespace")).contains("findings");
    assertThat(type("expire", "--keep", "1").talk()).contains("Commits of findings: 1 forgotten");
    assertThat(type("unpin", pin).code()).isZero();
    assertThat(type("expire", "--keep", "1").talk())
        .contains("Commits of findings: 1 forgotten, 1 kept");
    assertThat(type("compact").code()).isZero();
    assertThat(type("sql", "--format", "csv", "SELECT count(*) FROM findings.runs").out())
        .contains("3");
  }

  private static void writeRuns(int commits) {
    try (Lake lake = Lake.openExisting(folder.resolve("demo"));
        Writer writer = lake.writer(Namespace.FINDINGS)) {
      for (int i = 1; i <= commits; i++) {
        BlockHash tip = lake.tip(Namespace.XMR).orElseThrow().hash();
        try (Commit commit = writer.begin()) {
          commit.append(RunRow.TABLE, new RunRow(i, "run " + i, 0, "all", "", 0, -1, i, tip));
          commit.commit(i, tip);
        }
      }
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(type("unpin", "../status").code()).isEqualTo(3);
    assertThat(type("unpin", "nobody").talk()).contains("there is no pin 'nobody'");
    assertThat(type("pin", "--why", " ").code()).isEqualTo(3);
    assertThat(type("expire", "--keep", "0").code()).isEqualTo(3);
    assertThat(Typed.in("--data", folder.resolve("none").toString(), "expire").code()).isEqualTo(3);
  }

  @Test
  void compactSaysWhereThereIsNothingToMerge() {
    assertThat(type("compact").code()).isZero();
    assertThat(type("compact").talk()).contains("Nothing to merge");
  }
}
