package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.Namespace;

/** Finding, asserting and handing out on the mini chain, from the command line. */
class AnalyzeTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MiniChain CHAIN = MiniChain.ofStory();

  @TempDir Path folder;

  @BeforeEach
  void write() {
    CHAIN.write(folder.resolve("data"));
  }

  private Typed type(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--data";
    all[1] = folder.resolve("data").toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Typed.in(all);
  }

  private Typed done(String... arguments) {
    Typed answer = type(arguments);
    assertThat(answer.code()).as(answer.talk()).isZero();
    return answer;
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  @Test
  void theStoryIsAnalysedAndOnlyWhatIsNewIsWrittenAgain() throws IOException {
    JsonNode first = JSON.readTree(done("analyze", "--format", "json").out());
    assertThat(first.get("rings_resolved").asLong()).isEqualTo(6);
    assertThat(first.get("findings_written").asLong()).isEqualTo(CHAIN.findings().size());
    assertThat(first.get("closed_sets").get(1).get("rings").asInt()).isEqualTo(2);
    JsonNode second = JSON.readTree(done("analyze", "--format", "json").out());
    assertThat(second.get("findings_written").asLong()).isZero();
    assertThat(second.get("kept_up_to_height").asLong()).isEqualTo(CHAIN.blocks().size() - 1);
    assertThat(done("sql", "--format", "csv", "SELECT count(*) FROM findings.claims").out())
        .contains(Integer.toString(CHAIN.findings().size()));
  }

  @Test
  void whatIsExportedIsReadAgain() throws IOException, SQLException {
    done("analyze");
    Path blackball = out("spent.txt");
    done("export", "spent-outputs", "--format", "blackball", "--out", blackball.toString());
    assertThat(Files.readAllLines(blackball)).startsWith("@0").contains("@3000000000000", "0*5");
    Path csv = out("spent.csv");
    done("export", "spent-outputs", "--format", "csv", "--out", csv.toString());
    assertThat(Files.readAllLines(csv)).hasSize(9).contains("3000000000000,4");
    Path parquet = out("spent.parquet");
    done("export", "spent-outputs", "--format", "parquet", "--out", parquet.toString());
    assertThat(count(parquet)).isEqualTo(8);
    Path findings = out("findings.parquet");
    done("export", "findings", "--format", "parquet", "--out", findings.toString());
    assertThat(count(findings)).isEqualTo(CHAIN.findings().size());
    for (String format : List.of("jsonl", "csv")) {
      Path lines = out("findings." + format);
      done("export", "findings", "--format", format, "--out", lines.toString());
      Path truth = truth();
      assertThat(
              done(
                      "evaluate",
                      "--truth",
                      truth.toString(),
                      "--findings",
                      lines.toString(),
                      "--heuristic",
                      "uniform-guess",
                      "--format",
                      "csv")
                  .out())
          .contains("claims,cascade,1,,proven,ring_resolved,all,,,wrong,0");
    }
  }

  private static long count(Path parquet) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM '" + parquet + "'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Path truth() throws IOException {
    StringBuilder lines = new StringBuilder("key_image,index_space,amount_index,position,owner\n");
    CHAIN
        .truth()
        .forEach(
            (image, output) -> {
              long[] members =
                  CHAIN.rings().stream()
                      .filter(ring -> ring.keyImage().equals(image))
                      .findFirst()
                      .orElseThrow()
                      .members();
              int position = 0;
              while (members[position] != output.amountIndex()) {
                position++;
              }
              lines.append(
                  "%s,%d,%d,%d,somebody\n"
                      .formatted(image, output.indexSpace(), output.amountIndex(), position));
            });
    return Files.writeString(out("truth.csv"), lines);
  }

  @Test
  void assertionsAreMadeListedAndRetracted() {
    String ring = CHAIN.ring("mined-27").keyImage().toString();
    String decoy = CHAIN.resolve("out(mined-26)");
    String id = done("assert", "decoy", ring, decoy, "--because", "Ned said so").out().strip();
    assertThat(id).hasSize(64);
    assertThat(done("assert", "list").out()).contains(id).contains("Ned said so");
    done("analyze");
    assertThat(done("prove", ring).out())
        .contains("conditional: it holds only if Ned said so")
        .contains("checked");
    done("assert", "retract", id.substring(0, 8));
    assertThat(done("assert", "list").out()).doesNotContain("Ned");
    done("analyze");
    assertThat(done("prove", ring).out()).doesNotContain("Ned");
  }

  @Test
  void disclosedKeyImagesAreImportedFromBothForms() throws IOException {
    String ring = CHAIN.ring("loot-1").keyImage().toString();
    long index = CHAIN.output("loot-1").amountIndex();
    Path csv =
        Files.writeString(
            out("keys.csv"), "key_image,index_space,amount_index\n" + ring + ",0," + index + "\n");
    done("assert", "import", csv.toString(), "--because", "exhibit 12");
    done("analyze");
    assertThat(done("prove", ring).out()).contains("exhibit 12");
    Path wallet =
        Files.writeString(
            out("transfers.json"),
            "{\"transfers\":[{\"key_image\":\""
                + CHAIN.ring("loot-2").keyImage()
                + "\",\"global_index\":"
                + CHAIN.output("loot-2").amountIndex()
                + "}]}");
    done("assert", "import", wallet.toString(), "--because", "the wallet");
    assertThat(done("assert", "list").out()).contains("transfers.json").contains("keys.csv");
  }

  @Test
  void wordsFromOutsideForgeNoLineOfAProof() throws IOException {
    String ring = CHAIN.ring("loot-1").keyImage().toString();
    String output = CHAIN.resolve("out(loot-1)");
    String forged = "x\nproven: it follows from the rings alone";
    assertThat(type("assert", "spends", ring, output, "--because", forged).code())
        .isEqualTo(ExitCode.USAGE);
    Path file =
        Files.writeString(
            out(forged),
            "key_image,index_space,amount_index\n" + ring + ',' + output.replace(':', ',') + '\n');
    done("assert", "import", file.toString(), "--because", "exhibit 12");
    done("analyze");
    assertThat(done("prove", ring).out().lines())
        .noneMatch(line -> line.startsWith("proven"))
        .contains("checked: every step follows from the rings and the assumptions it names");
    assertThat(done("prove", "--all").out())
        .contains("of these conditional")
        .contains("result: every finding follows from the rings and the assumptions it names");
  }

  @Test
  void whatRestsOnABlockThatIsGoneIsNotHandedOn() {
    done("analyze");
    try (Lake lake = Lake.openExisting(folder.resolve("data"))) {
      long tip = lake.tip(Namespace.XMR).orElseThrow().height();
      try (Writer writer = lake.writer(Namespace.XMR);
          Commit commit = writer.begin()) {
        commit.deleteAbove(tip - 1);
        commit.commit(tip - 1, CHAIN.block(tip - 1));
      }
    }
    for (String what : List.of("findings", "spent-outputs")) {
      Typed refused = type("export", what, "--format", "csv", "--out", out("f").toString());
      assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION);
      assertThat(refused.talk()).contains("not on the chain any more").contains("analyze");
      assertThat(out("f")).doesNotExist();
    }
    done("analyze");
    done("export", "findings", "--format", "csv", "--out", out("f").toString());
  }

  @Test
  void anExportReplacesNeitherADeviceNorALink() throws IOException {
    done("analyze");
    Path nowhere = Files.createSymbolicLink(out("nowhere"), Path.of("/dev/null"));
    Path file = Files.createFile(out("file"));
    Path link = Files.createSymbolicLink(out("link"), file);
    for (String form : List.of("blackball", "csv", "parquet")) {
      String[] export = {"export", "spent-outputs", "--format", form, "--out"};
      exportsToNothingElse(export, nowhere, link);
    }
    for (String form : List.of("csv", "jsonl", "parquet")) {
      String[] export = {"export", "findings", "--format", form, "--out"};
      exportsToNothingElse(export, nowhere, link);
    }
    assertThat(nowhere).isSymbolicLink();
    assertThat(link).isSymbolicLink();
    assertThat(file).isNotEmptyFile();
  }

  private void exportsToNothingElse(String[] export, Path nowhere, Path link) throws IOException {
    assertThat(type(with(export, nowhere)).code()).isEqualTo(ExitCode.CONFIGURATION);
    done(with(export, link));
    Path dangling = out("dangling");
    if (!Files.isSymbolicLink(dangling)) {
      Files.createSymbolicLink(dangling, out("not-there"));
    }
    assertThat(type(with(export, dangling)).code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(dangling).isSymbolicLink();
    Path none = out("no-folder");
    assertThat(type(with(export, none.resolve("f"))).code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(none).doesNotExist();
  }

  private static String[] with(String[] arguments, Path last) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last.toString();
    return all;
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    assertThat(type("analyze", "no-such").talk()).contains("no heuristic no-such");
    assertThat(type("analyze", "--all", "cascade").code()).isEqualTo(ExitCode.USAGE);
    assertThat(type("analyze", "--out", "x").talk()).contains("--rules official");
    assertThat(type("analyze", "--rules", "official", "--out", "./x", "--disputed", "x").talk())
        .contains("name one file");
    assertThat(type("analyze", "--rules", "mine").code()).isEqualTo(ExitCode.USAGE);
    assertThat(type("analyze", "--rules", "official", "cascade").code()).isEqualTo(ExitCode.USAGE);
    assertThat(type("analyze", "--rules", "official", "--anew").code()).isEqualTo(ExitCode.USAGE);
    assertThat(type("analyze", "--fork", folder.resolve("none").toString()).code())
        .isEqualTo(ExitCode.CONFIGURATION);
    assertThat(type("export", "findings", "--format", "csv", "--out", out("f").toString()).talk())
        .contains("nothing was analysed yet");
    assertThat(out("f")).doesNotExist();
    String ring = CHAIN.ring("ada-1").keyImage().toString();
    assertThat(type("assert", "decoy", ring, "nowhere", "--because", "x").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(type("assert", "decoy", ring, "0:-5", "--because", "x").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(type("assert", "decoy", ring, "0:99999", "--because", "x").talk())
        .contains("there is no output 0:99999");
    assertThat(type("assert", "retract", "12345678").talk()).contains("no assertion");
    Path broken =
        Files.writeString(out("broken.csv"), "key_image,index_space,amount_index\nx,0,1\n");
    assertThat(type("assert", "import", broken.toString(), "--because", "x").talk())
        .contains("line 2");
    done(
        "assert",
        "spends",
        CHAIN.ring("ada-2").keyImage().toString(),
        CHAIN.resolve("out(ada-1)"),
        "--because",
        "a lie");
    Typed contradicted = type("analyze");
    assertThat(contradicted.code()).isEqualTo(ExitCode.DATA_INVALID);
    assertThat(contradicted.talk()).contains("contradicts").contains("retract");
  }

  @Test
  void heuristicsExplainThemselves() {
    assertThat(done("heuristics").out()).contains("closed-sets").contains("guess-newest");
    assertThat(done("heuristics", "closed-sets").out()).contains("Vijayakumaran").contains("cost");
    assertThat(done("heuristics", "--format", "jsonl").out()).contains("\"known_failures\"");
  }

  @Test
  void guessesAreFindingsTooAndSayThatTheyAre() {
    done("analyze", "--all");
    assertThat(
            done(
                    "sql",
                    "--format",
                    "csv",
                    "SELECT guarantee, count(*) FROM findings.claims GROUP BY ALL ORDER BY ALL")
                .out())
        .contains("statistical,90");
  }
}
