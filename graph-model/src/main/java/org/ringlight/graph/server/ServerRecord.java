package org.ringlight.graph.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written down of a server that was started.
 *
 * @param started when, as the system says it: a process id alone is given out again
 */
record ServerRecord(long pid, Instant started, int boltPort, int httpPort) {

  /**
   * Linux tells a start as time since the boot, and each JVM adds the boot's own time, which moves
   * with the clock by a second now and then.
   */
  private static final Duration JITTER = Duration.ofSeconds(3);

  private static final Pattern FORM =
      Pattern.compile(
          "pid=([0-9]{1,18}) started=([0-9]{1,18}) bolt=([0-9]{1,5}) http=([0-9]{1,5})");

  static Optional<ServerRecord> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new ServerRecord(
                Long.parseLong(form.group(1)),
                Instant.ofEpochMilli(Long.parseLong(form.group(2))),
                Integer.parseInt(form.group(3)),
                Integer.parseInt(form.group(4))))
        : Optional.empty();
  }

  String text() {
    return "pid=%d started=%d bolt=%d http=%d"
        .formatted(pid, started.toEpochMilli(), boltPort, httpPort);
  }

  static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  /** The process, where it still runs. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process -> Duration.between(startOf(process), started).abs().compareTo(JITTER) <= 0);
  }
}
