package org.ringlight.analytics.spark.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.deploy.SparkSubmit;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.spark.JavaProcess;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.claims.Trust;
import org.ringlight.analytics.spark.contrast.ContrastOptions;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;

/** The jobs as a jar that {@code spark-submit} brings to a master with two workers. */
class JobsOnClusterTest {

  private static final String LOOPBACK = "127.0.0.1";

  @TempDir Path folder;

  @Test
  void aSubmittedJarFindsThereWhatIsFoundHere() throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    MiniChain.ofStory().write(data);
    // where a worker looks for Spark; what executors have in place of it is said below
    Files.createDirectory(folder.resolve("jars"));
    int port = freePort();
    String url = "spark://" + LOOPBACK + ":" + port;
    try (Lake lake = Lake.openExisting(data);
        JavaProcess master = master(port);
        JavaProcess first = worker("first", url);
        JavaProcess second = worker("second", url)) {
      Analysed.upToTip(lake);
      Path jar = jar();
      Path resolved = folder.resolve("resolved");
      Path sets = folder.resolve("sets");
      try (JavaProcess cascade = submit(url, jar, data, resolved, "cascade");
          JavaProcess statistic = submit(url, jar, data, sets, "statistics", "closed-sets")) {
        cascade.success();
        statistic.success();
      }
      Path reach = folder.resolve("reach");
      String flows = flows().toString();
      try (JavaProcess contrast =
          submit(url, jar, data, reach, "contrast", "reach", "--label", flows)) {
        contrast.success();
      }
      assertThat(lines(resolved).stream().map(JobsOnClusterTest::found))
          .containsExactlyInAnyOrderElementsOf(ArrayGraph.of(lake, Long.MAX_VALUE).cascade());
      try (SparkTables here = SparkTables.open(SharedSpark.SESSION, lake)) {
        List<Row> expected = Statistic.CLOSED_SETS.rows(here, Trust.PROVEN).collectAsList();
        assertThat(lines(sets))
            .isNotEmpty()
            .containsExactlyElementsOf(expected.stream().map(row -> row.mkString(",")).toList());
      }
      Job here =
          new Job.OfContrast(
              "reach",
              new ContrastOptions(3, 1_000, Optional.of(Path.of(flows)), Optional.empty()),
              Trust.PROVEN);
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake)) {
        here.run(
            tables,
            rows ->
                assertThat(lines(reach))
                    .hasSize(4)
                    .containsExactlyElementsOf(
                        rows.collectAsList().stream()
                            .map(row -> row.mkString(",").replace("null", ""))
                            .toList()));
      }
      assertThat(Stream.of(master, first, second)).allMatch(JavaProcess::runs);
    }
  }

  /** The first two outputs of three coins, with nothing to reach. */
  private Path flows() throws IOException {
    return Files.writeString(
        folder.resolve("flows.csv"),
        """
        flow,role,chain,output
        theft,source,xmr,3000000000000:0
        theft,source,xmr,3000000000000:1
        """);
  }

  private JavaProcess master(int port) throws IOException {
    return JavaProcess.start(
        folder,
        Map.of("spark.master.rest.enabled", "false"),
        Master.class,
        "--host",
        LOOPBACK,
        "--port",
        Integer.toString(port),
        "--webui-port",
        "0");
  }

  private JavaProcess worker(String name, String url) throws IOException {
    return JavaProcess.start(
        folder,
        Map.of(),
        Worker.class,
        "--host",
        LOOPBACK,
        "--webui-port",
        "0",
        "--cores",
        "2",
        "--memory",
        "1g",
        "--work-dir",
        folder.resolve(name).toString(),
        url);
  }

  /**
   * What the script spark-submit starts, on the class path of a Spark that knows no Ringlight job.
   */
  private JavaProcess submit(String url, Path jar, Path data, Path out, String... job)
      throws IOException {
    Map<String, String> settings =
        Map.of(
            "spark.driver.host", LOOPBACK,
            "spark.cores.max", "2",
            "spark.executor.cores", "1",
            "spark.executor.memory", "512m",
            "spark.sql.shuffle.partitions", "4",
            "spark.executor.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
            "spark.executor.extraClassPath", othersClassPath());
    List<String> arguments =
        new ArrayList<>(List.of("--class", Jobs.class.getName(), "--master", url));
    settings.forEach((name, value) -> arguments.addAll(List.of("--conf", name + "=" + value)));
    arguments.add(jar.toString());
    arguments.addAll(List.of(job));
    arguments.addAll(
        List.of("--data", data.toString(), "--format", "csv", "--out", out.toString()));
    return JavaProcess.start(
        folder,
        Map.of(),
        othersClassPath(),
        SparkSubmit.class.getName(),
        arguments.toArray(String[]::new));
  }

  private static Path classes() {
    return Path.of(Jobs.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** All libraries, and nothing of this module. */
  private static String othersClassPath() {
    String tests =
        JobsOnClusterTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return Arrays.stream(JavaProcess.classPath().split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty() && !Path.of(entry).equals(classes()))
        .filter(entry -> !Path.of(entry).equals(Path.of(tests)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Path jar() throws IOException {
    Path jar = folder.resolve("analytics-spark.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes())) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes().relativize(path).toString()));
        Files.copy(path, entries);
      }
    }
    return jar;
  }

  private static List<String> lines(Path written) {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(written)) {
      for (Path file :
          new TreeSet<>(files.filter(path -> path.toString().endsWith(".csv")).toList())) {
        List<String> all = Files.readAllLines(file);
        lines.addAll(all.subList(Math.min(1, all.size()), all.size()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static String found(String line) {
    String[] cells = line.split(",", -1);
    return CascadeLines.line(
        cells[0],
        cells[1],
        cells[2].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cells[2])),
        Integer.parseInt(cells[3]),
        Long.parseLong(cells[4]));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
