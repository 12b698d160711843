package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringlight.analytics.export.SpentOutputsFile;
import org.ringlight.analytics.official.OfficialMarks;
import org.ringlight.analytics.official.OfficialRule;
import org.ringlight.analytics.official.OfficialRules;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.testing.Program;

/**
 * The real {@code monero-blockchain-mark-spent-outputs} on a node's database, and the official
 * rules on the tables of the same chain.
 *
 * @param export what both wrote
 * @param marks with the rule that made each
 */
record BesideTheOfficialTool(Path export, OfficialMarks marks) {

  static final String PROGRAM = "monero-blockchain-mark-spent-outputs";

  /** Runs both; they must write the same bytes, and count the same marks for each rule. */
  static BesideTheOfficialTool compare(Path lmdb, Path data, Path folder) throws Exception {
    Path theirs = folder.resolve("official.txt");
    String log = runTool(lmdb, theirs, folder);
    try (Lake lake = Lake.openExisting(data);
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      OfficialMarks marks = OfficialRules.run(tables, (rings, of) -> {});
      Path ours = folder.resolve("ours.txt");
      SpentOutputsFile.write(
          ours, outputs -> marks.forEach((space, index, rule) -> outputs.spent(space, index)));
      assertThat(Files.mismatch(theirs, ours)).as("first byte that differs").isEqualTo(-1);
      for (OfficialRule rule : OfficialRule.values()) {
        assertThat(marks.clearCount(rule)).isEqualTo(logged(log, " pre-rct-" + rule.word()));
        assertThat(marks.ringCtCount(rule)).isEqualTo(logged(log, " rct-" + rule.word()));
      }
      return new BesideTheOfficialTool(theirs, marks);
    }
  }

  /** What the log says of a rule, without the codes that colour it. */
  private static long logged(String log, String rule) {
    Matcher count = Pattern.compile(Pattern.quote(rule) + ": (\\d+)").matcher(log);
    assertThat(count.find()).as("%s in %s", rule, log).isTrue();
    return Long.parseLong(count.group(1));
  }

  private static String runTool(Path lmdb, Path export, Path folder)
      throws IOException, InterruptedException {
    Path log = folder.resolve("official.log");
    Process process =
        new ProcessBuilder(
                Program.named(PROGRAM, "monero").toString(),
                "--spent-output-db-dir",
                folder.resolve("official").toString(),
                "--export",
                export.toString(),
                "--db-sync-mode",
                "fastest:100000",
                lmdb.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      String said = Files.readString(log).replaceAll("\u001b\\[[0-9;]*m", "");
      assertThat(process.exitValue()).as(said).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
