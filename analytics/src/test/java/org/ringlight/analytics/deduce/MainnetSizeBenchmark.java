package org.ringlight.analytics.deduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deductions on graphs of mainnet's size, each in a process of its own whose memory is measured:
 * docs/reference/proof-benchmark.md. A smaller run for trying it: {@code -Dringlight.rings=1000000}
 * is the whole size then.
 */
@Tag("full")
class MainnetSizeBenchmark {

  private static final int WHOLE = Integer.getInteger("ringlight.rings", 120_000_000);
  private static final int CLOSED = (int) (WHOLE * 37L / 120);
  private static final int CLOSED_SIZE = 11;
  private static final double GIGABYTES = 18;
  private static final double CLOSED_MINUTES = 45;

  /** How far a time may lie above a line through the first. */
  private static final double NOISE = 1.3;

  @TempDir Path folder;

  /**
   * One run.
   *
   * @param seconds of all deductions, with turning the graph round, without making it
   * @param gigabytes the most memory that the process had, in powers of ten
   */
  private record Run(int rings, double seconds, double gigabytes) {}

  @Test
  void allButClosedSetsIsLinearAndFits() throws Exception {
    List<Run> runs = new ArrayList<>();
    for (int third = 1; third <= 3; third++) {
      int rings = (int) ((long) WHOLE * third / 3);
      runs.add(run("16500m", "simple", Integer.toString(rings)));
    }
    Run first = runs.get(0);
    for (Run run : runs) {
      double times = (double) run.rings() / first.rings();
      assertThat(run.gigabytes()).isLessThan(GIGABYTES);
      assertThat(run.seconds() / first.seconds()).isLessThan(times * NOISE);
    }
  }

  @Test
  void closedSetsOfRingsOfEleven() throws Exception {
    Run run = run("16500m", "closed", Integer.toString(CLOSED), Integer.toString(CLOSED_SIZE));
    assertThat(run.gigabytes()).isLessThan(GIGABYTES);
    assertThat(run.seconds() / 60).isLessThan(CLOSED_MINUTES);
  }

  private Run run(String heap, String... arguments) throws IOException, InterruptedException {
    Path out = folder.resolve(String.join("-", arguments) + ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Xmn200m",
                "-XX:+UseSerialGC",
                "-XX:+UseTransparentHugePages",
                "-cp",
                System.getProperty("java.class.path"),
                MainnetSize.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    double gigabytes = 0;
    try {
      while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
        gigabytes = Math.max(gigabytes, peak(process.pid()));
      }
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(out);
    assertThat(process.exitValue()).as("%s", lines).isZero();
    Run run =
        new Run(
            Integer.parseInt(arguments[1]),
            seconds(lines, "turned") + seconds(lines, "all"),
            gigabytes);
    System.out.println(String.join("\n", lines));
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s, %.1f GB%n",
        String.join(" ", arguments),
        run.seconds(),
        run.gigabytes());
    return run;
  }

  private static double seconds(List<String> lines, String what) {
    String line =
        lines.stream().filter(one -> one.startsWith(what + " ")).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }

  /** The most memory that a process had so far, as Linux counts it; 0 where it is gone. */
  private static double peak(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e9;
        }
      }
    } catch (IOException e) {
      // it ended
    }
    return 0;
  }
}
