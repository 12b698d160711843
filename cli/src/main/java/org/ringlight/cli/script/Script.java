package org.ringlight.cli.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ringlight.cli.CtrlC;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Interrupted;

/**
 * A script of the checkout, one step of it after the other, each a process that ends with this one:
 * at Ctrl-C it is asked to end, and what it leaves behind is ended. For one thread.
 */
public final class Script {

  /** Starts a job on Spark. */
  public static final String SPARK_JOB = "analytics-spark/spark-job";

  private static final int LAST_LINES = 60;

  /** A terminal asks the processes below by itself; asked twice, JupyterLab forgets its kernels. */
  private static final Duration ASKED_ALREADY = Duration.ofSeconds(3);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path script;
  private final Map<String, String> environment;
  private final Deque<String> lines = new ArrayDeque<>();
  private volatile boolean asked;
  private volatile String stage;

  private Script(Path script, Map<String, String> environment, String stage) {
    this.script = script;
    this.environment = environment;
    this.stage = stage;
  }

  /**
   * Finds it.
   *
   * @param path of the script, below the checkout
   * @param environment variables that it is given
   * @param stage what it does before it says anything
   * @throws ConfigurationInvalid where it is not there
   */
  public static Script find(String path, Map<String, String> environment, String stage) {
    Path script = place(path);
    if (!isThere(path)) {
      throw new ConfigurationInvalid(
          path + " is not here",
          script.toString(),
          "run the ringlight of a checkout, or of the image that has it");
    }
    return new Script(script, Map.copyOf(environment), stage);
  }

  /** Whether this installation has it. */
  public static boolean isThere(String path) {
    return Files.isExecutable(place(path));
  }

  private static Path place(String path) {
    String home = System.getProperty("ringlight.home", System.getProperty("ringlight.root", "."));
    return Path.of(home, path).toAbsolutePath().normalize();
  }

  /** What it does at the moment, in its own words. */
  public String stage() {
    return stage;
  }

  /** What it said last, a line each. */
  public List<String> lastLines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** Whether it was asked to end. */
  public boolean wasAsked() {
    return asked;
  }

  /** Does a step that talks to nobody, and returns its exit code. */
  public int quietly(String... step) {
    return run(
        builder(step)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())));
  }

  /** Does a step on this terminal, and returns its exit code. */
  public int openly(List<String> step) {
    return run(builder(step.toArray(String[]::new)).inheritIO());
  }

  private ProcessBuilder builder(String... step) {
    List<String> command = new ArrayList<>();
    command.add(script.toString());
    command.addAll(List.of(step));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder;
  }

  private int run(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      CountDownLatch ended = new CountDownLatch(1);
      CtrlC.does(
          () -> {
            asked = true;
            end(process);
            ended.countDown();
          });
      listen(process);
      int code = process.waitFor();
      if (asked) {
        // not before what it left behind has ended too
        ended.await();
      }
      return code;
    } catch (IOException e) {
      throw new ConfigurationInvalid(
          "a script cannot be run: " + e.getMessage(),
          script.toString(),
          "it needs bash and a local disk that allows programs",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted("interrupted", script.toString(), "start it again", e);
    }
  }

  /** Nothing comes where the process has this terminal. */
  private void listen(Process process) throws IOException {
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        stage = line.startsWith("[") || line.isBlank() ? stage : line;
        synchronized (lines) {
          lines.add(line);
          if (lines.size() > LAST_LINES) {
            lines.remove();
          }
        }
      }
    }
  }

  /** JupyterLab ends its kernels when it is asked to; pip and Maven are only known by a parent. */
  private static void end(Process process) {
    List<ProcessHandle> below = process.descendants().toList();
    try {
      if (!process.waitFor(ASKED_ALREADY.toSeconds(), TimeUnit.SECONDS)) {
        process.destroy();
        process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    below.forEach(ProcessHandle::destroy);
    process.destroyForcibly();
  }
}
