package org.ringlight.analytics.bitcoin.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ringlight.testing.NotRun;
import org.ringlight.testing.Program;

/**
 * The real graphsense-clustering, which clusters GraphSense's chains: a Rust library with a Python
 * face. Taken from the Python that {@code -Dringlight.clusteringPython} names, else from one on the
 * PATH that has it, else installed into {@code target}, where it stays for the next run.
 */
final class GraphSenseClustering {

  private static final String[] PACKAGES = {"graphsense-clustering==0.2.0", "pyarrow==26.0.1"};

  private final String python;
  private final Path folder;

  private GraphSenseClustering(String python, Path folder) {
    this.python = python;
    this.folder = folder;
  }

  /** What it said. */
  static final class Answer {

    private final int[] clusters;
    private final List<Double> seconds;

    private Answer(int[] clusters, List<Double> seconds) {
      this.clusters = clusters;
      this.seconds = seconds;
    }

    /** The smallest address of the cluster of each address. */
    int[] clusters() {
      return clusters;
    }

    /** Of each round. */
    List<Double> seconds() {
      return seconds;
    }
  }

  /** Ready to run; the running test is skipped, and listed as not run, where it cannot be had. */
  static GraphSenseClustering in(Path folder) throws IOException, InterruptedException {
    String given = System.getProperty("ringlight.clusteringPython", "");
    if (!given.isEmpty()) {
      return new GraphSenseClustering(given, folder);
    }
    String python = Program.named("python3", "python3-venv").toString();
    if (has(python)) {
      return new GraphSenseClustering(python, folder);
    }
    Path environment = Path.of("target", "graphsense-clustering").toAbsolutePath();
    String own = environment.resolve("bin").resolve("python").toString();
    if (!Files.exists(environment) || !has(own)) {
      if (!run(python, "-m", "venv", "--clear", environment.toString())) {
        NotRun.because("no Python environments (Debian package python3-venv)");
      }
      if (!run(own, "-m", "pip", "install", "-q", PACKAGES[0], PACKAGES[1])) {
        NotRun.because("no " + PACKAGES[0] + " (needs network and Python 3.10 or newer)");
      }
    }
    return new GraphSenseClustering(own, folder);
  }

  /** Clusters the lists {@code rounds} times with {@code threads} threads. */
  Answer cluster(CoSpends lists, int rounds, int threads) throws IOException, InterruptedException {
    Path script = folder.resolve("oracle.py");
    try (InputStream source = GraphSenseClustering.class.getResourceAsStream("oracle.py")) {
      if (source == null) {
        throw new IllegalStateException("oracle.py is not on the class path");
      }
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    }
    Path in = folder.resolve("lists.bin");
    Path out = folder.resolve("clusters.bin");
    Path said = folder.resolve("said.txt");
    lists.write(in);
    ProcessBuilder builder =
        new ProcessBuilder(
            python, script.toString(), in.toString(), out.toString(), Integer.toString(rounds));
    builder.environment().putAll(Map.of("RAYON_NUM_THREADS", Integer.toString(threads)));
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError("graphsense-clustering failed: " + Files.readString(said));
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN);
    int[] clusters = new int[bytes.remaining() / 4];
    bytes.asIntBuffer().get(clusters);
    return new Answer(
        clusters, Files.readAllLines(said).stream().map(Double::parseDouble).toList());
  }

  private static boolean has(String python) throws IOException, InterruptedException {
    return run(python, "-c", "import gs_clustering, pyarrow");
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
