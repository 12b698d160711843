package org.ringlight.graph.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * The folder with Neo4j's jars. They are under the GPL and run in a process of their own: nothing
 * of them is ever on the class path of this one.
 */
final class ServerJars {

  /** Names the folder where it is not the one that the build fills. */
  static final String PROPERTY = "ringlight.neo4jJars";

  private static final String BUILT = "neo4j-server/target/lib";
  private static final String SERVER = "org.neo4j.app.neo4j-server-";

  private final Path folder;

  private ServerJars(Path folder) {
    this.folder = folder;
  }

  /**
   * Finds them.
   *
   * @throws ConfigurationInvalid where they are not there
   */
  static ServerJars find() {
    String named = System.getProperty(PROPERTY);
    String home = System.getProperty("ringlight.home", System.getProperty("ringlight.root", "."));
    Path folder = named != null ? Path.of(named) : Path.of(home, BUILT);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.anyMatch(file -> file.getFileName().toString().startsWith(SERVER))) {
        return new ServerJars(folder.toAbsolutePath().normalize());
      }
    } catch (IOException e) {
      throw missing(folder);
    }
    throw missing(folder);
  }

  private static ConfigurationInvalid missing(Path folder) {
    return new ConfigurationInvalid(
        "Neo4j's jars are not there",
        folder.toString(),
        "fetch them with mvn -pl neo4j-server process-resources, or use a server of your own"
            + " (NEO4J_URI)");
  }

  /**
   * A command that runs a main class of theirs.
   *
   * @param memory what the JVM is told about its memory
   */
  List<String> command(List<String> memory, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(memory);
    command.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
    command.add("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-cp");
    command.add(folder.resolve("*").toString());
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }
}
