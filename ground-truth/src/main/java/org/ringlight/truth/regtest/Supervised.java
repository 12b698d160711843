package org.ringlight.truth.regtest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.NodeUnreachable;

/**
 * A program that should run until it is closed. When it dies, that is noticed at once and it is
 * started again, a few times; it ends at {@link #close} and when this JVM ends. Only the very
 * process that was started here is ever signalled. Thread-safe.
 */
final class Supervised implements AutoCloseable {

  private static final int MAX_DEATHS = 3;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration PROBE_PAUSE = Duration.ofMillis(50);

  private final String name;
  private final Path log;
  private final BooleanSupplier answers;
  private final Runnable afterRevival;
  private final Thread atExit = new Thread(this::abandon, "ends a child process");

  private List<String> command;
  private volatile @Nullable Process process;
  private volatile boolean closed;
  private boolean ready;
  private int deaths;
  private @Nullable Failure failure;

  /**
   * Starts it and waits until it answers.
   *
   * @param log file its standard output is appended to
   * @param answers whether it does its work by now; asked again and again after a start
   * @param afterRevival run each time it came back after it died, before it counts as ready
   */
  Supervised(
      String name, List<String> command, Path log, BooleanSupplier answers, Runnable afterRevival) {
    this.name = name;
    this.command = List.copyOf(command);
    this.log = log;
    this.answers = answers;
    this.afterRevival = afterRevival;
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      start();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Its process id now. */
  long pid() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException(name + " is not running");
    }
    return running.pid();
  }

  /** How often it died. */
  synchronized int deaths() {
    return deaths;
  }

  /** Ends it, runs {@code between}, and starts it with another command. */
  synchronized void restart(List<String> newCommand, Runnable between) {
    ready = false;
    end();
    between.run();
    command = List.copyOf(newCommand);
    start();
  }

  /** Starts it once more if it died too often and was given up. */
  synchronized void revive() {
    if (failure != null) {
      comeBack();
      Failure again = failure;
      if (again != null) {
        throw again;
      }
    }
  }

  /**
   * Waits until it answers again.
   *
   * @throws NodeUnreachable if it died too often or does not come back
   */
  synchronized void awaitReady() {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    Process running = process;
    while (!ready || running == null || !running.isAlive()) {
      if (failure != null) {
        throw failure;
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (closed || left <= 0) {
        throw gone("is gone (it died " + deaths + " times)");
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw stopped(e);
      }
      running = process;
    }
  }

  private synchronized void start() {
    Process started;
    try {
      started =
          Programs.ofOwnSession(command)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new ConfigurationInvalid(
          name + " cannot be started: " + e.getMessage(),
          String.join(" ", command),
          "look whether it is installed and its folders exist",
          e);
    }
    process = started;
    if (closed) {
      started.destroy();
    }
    awaitAnswer(started);
    ready = true;
    notifyAll();
    var unused = started.onExit().thenAccept(this::died);
  }

  private void awaitAnswer(Process started) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      boolean answered = answers.getAsBoolean();
      if (!started.isAlive()) {
        throw gone("ended at its start with exit code " + started.exitValue());
      }
      if (answered) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw gone("does not answer " + START_LIMIT.toSeconds() + " s after its start");
      }
      try {
        Thread.sleep(PROBE_PAUSE.toMillis());
      } catch (InterruptedException e) {
        throw stopped(e);
      }
    }
  }

  private synchronized void died(Process dead) {
    if (closed || dead != process) {
      return;
    }
    ready = false;
    process = null;
    deaths++;
    if (deaths > MAX_DEATHS) {
      failure = gone("died " + deaths + " times");
    } else {
      comeBack();
    }
    notifyAll();
  }

  /** Starts it again; one that runs then without doing its work is ended. */
  private void comeBack() {
    failure = null;
    try {
      start();
      afterRevival.run();
    } catch (Failure e) {
      ready = false;
      failure = e;
      end();
    }
  }

  private void end() {
    Process running = process;
    process = null;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      throw stopped(e);
    }
  }

  /** At the end of the JVM, when nobody may be waited for. */
  private void abandon() {
    closed = true;
    Process running = process;
    if (running != null) {
      running.destroy();
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Runtime.getRuntime().removeShutdownHook(atExit);
    end();
    notifyAll();
  }

  private NodeUnreachable gone(String what) {
    return new NodeUnreachable(name + " " + what, "log " + log, "read the log");
  }

  private Interrupted stopped(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new Interrupted("stopped while waiting for " + name, "log " + log, "run it again", e);
  }
}
