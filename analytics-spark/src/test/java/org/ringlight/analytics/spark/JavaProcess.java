package org.ringlight.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process on the class path of the tests; ended with the test. */
public final class JavaProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 180;

  /** For a process that lives for seconds. */
  public static final List<String> QUICK_START =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final Path output;

  private JavaProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  public static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  public static JavaProcess start(
      Path folder, Map<String, String> properties, Class<?> main, String... arguments)
      throws IOException {
    return start(folder, properties, classPath(), main.getName(), arguments);
  }

  /** A process on another class path. */
  public static JavaProcess start(
      Path folder,
      Map<String, String> properties,
      String classPath,
      String main,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("spark.options").toAbsolutePath());
    command.addAll(QUICK_START);
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, main, ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_HOME", folder.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    return new JavaProcess(builder.start(), output);
  }

  /** What it printed, once it ended with 0. */
  public String success() throws IOException, InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(printed()).isTrue();
    assertThat(process.exitValue()).as(printed()).isZero();
    return printed();
  }

  public boolean runs() {
    return process.isAlive();
  }

  private String printed() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
