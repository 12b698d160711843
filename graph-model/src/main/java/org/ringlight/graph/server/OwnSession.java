package org.ringlight.graph.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A process that goes on when the terminal it was started from is closed or sees Ctrl-C. */
final class OwnSession {

  private OwnSession() {}

  /** Where there is no {@code setsid} (it is part of every Linux), it is of our session. */
  static ProcessBuilder of(List<String> command) {
    List<String> whole = new ArrayList<>();
    Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "setsid"))
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresent(setsid -> whole.add(setsid.toString()));
    whole.addAll(command);
    return new ProcessBuilder(whole);
  }
}
