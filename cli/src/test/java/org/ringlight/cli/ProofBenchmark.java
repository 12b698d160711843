package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.analysis.Analysis;
import org.ringlight.testing.Program;
import org.ringlight.truth.era.EraChain;
import org.ringlight.truth.era.EraOptions;
import org.ringlight.truth.era.ServedChain;

/**
 * A whole analysis of the 100,000-block era chain, from tables to findings, beside the official
 * tool on the same chain's database; both as processes, in turns:
 * docs/reference/proof-benchmark.md. The chain is made here, unless {@code -Dringlight.chain=DIR}
 * names a folder that has it: the node's database in {@code node/fake/lmdb}, tables in {@code
 * data}.
 */
@Tag("full")
class ProofBenchmark {

  private static final EraOptions CHAIN = EraOptions.ofBenchmarks();

  private static final Path LAUNCHER =
      Path.of(System.getProperty("ringlight.root", ".."), "ringlight").toAbsolutePath();
  private static final int ROUNDS = 2;
  private static final double SIMPLE_TIMES = 20;
  private static final double CLOSED_TIMES = 5;

  @TempDir Path folder;

  @Test
  void anAnalysisBesideTheOfficialTool() throws Exception {
    Path chain = chain();
    // builds it, where that is still to do
    run(folder.resolve("build.log"), List.of(LAUNCHER.toString(), "--version"));
    List<String> simple = new ArrayList<>(List.of("analyze", "--anew"));
    simple.addAll(Analysis.simple());
    double tool = Double.MAX_VALUE;
    double withoutSets = Double.MAX_VALUE;
    double withSets = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      withoutSets = Math.min(withoutSets, analyze(chain, round, simple));
      withSets = Math.min(withSets, analyze(chain, round, List.of("analyze", "--anew")));
      tool = Math.min(tool, tool(chain, round));
    }
    System.out.printf(
        Locale.ROOT,
        "official tool %.1f s; without closed sets %.1f s: %.1f times as fast; with closed sets"
            + " %.1f s: %.1f times%n",
        tool,
        withoutSets,
        tool / withoutSets,
        withSets,
        tool / withSets);
    assertThat(tool / withoutSets).isGreaterThanOrEqualTo(SIMPLE_TIMES);
    assertThat(tool / withSets).isGreaterThanOrEqualTo(CLOSED_TIMES);
  }

  private Path chain() throws IOException, InterruptedException {
    String given = System.getProperty("ringlight.chain", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    Program.named("monerod", "monero");
    Path chain = folder.resolve("chain");
    EraChain.write(CHAIN, chain, blocks -> {});
    try (ServedChain served = ServedChain.of(chain, OptionalInt.empty(), (blocks, of) -> {})) {
      run(
          folder.resolve("index.log"),
          ringlight(chain.resolve("data"), List.of("index", "--node", served.rpc().toString())));
    }
    return chain;
  }

  private double tool(Path chain, int round) throws IOException, InterruptedException {
    return run(
        folder.resolve("tool" + round + ".log"),
        List.of(
            Program.named(BesideTheOfficialTool.PROGRAM, "monero").toString(),
            "--spent-output-db-dir",
            folder.resolve("spent" + round).toString(),
            "--db-sync-mode",
            "fastest:100000",
            chain.resolve("node/fake/lmdb").toString()));
  }

  private double analyze(Path chain, int round, List<String> arguments)
      throws IOException, InterruptedException {
    return run(
        folder.resolve("analyze" + round + "-" + arguments.size() + ".log"),
        ringlight(chain.resolve("data"), arguments));
  }

  private static List<String> ringlight(Path data, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(LAUNCHER.toString(), "--progress", "off", "--data", data.toString()));
    command.addAll(arguments);
    return command;
  }

  private static double run(Path log, List<String> command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(1, TimeUnit.HOURS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    return seconds;
  }
}
