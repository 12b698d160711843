package org.ringlight.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ringlight.graph.server.GraphServer;

/** A process that starts the server of the data directory it is given, and says its address. */
final class ChildStart {

  private ChildStart() {}

  /** Starts it; what it says goes to {@code said}. */
  static Process start(Path said, Path data) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dringlight.root=" + System.getProperty("ringlight.root", "."),
                "-cp",
                System.getProperty("java.class.path"),
                ChildStart.class.getName(),
                data.toString()))
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  public static void main(String[] data) {
    System.out.println(GraphServer.of(Path.of(data[0])).start(RunningServer.SMALL).uri());
  }
}
