package org.ringlight.graph.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.StoreUnavailable;

/** Neo4j's own administration program, run on a server that is stopped. */
final class Admin {

  private static final String ENTRY = "org.neo4j.cli.AdminTool";
  static final String IMPORT_LOG = "import.log";

  private static final int LAST_LINES = 6;
  private static final int LOG_TAIL = 4_096;
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})%");

  private final ServerJars jars;
  private final ServerFolder folder;

  Admin(ServerJars jars, ServerFolder folder) {
    this.jars = jars;
    this.folder = folder;
  }

  /** Sets the first password of the user neo4j; it is never on a command line. */
  void setPassword(String password) {
    run(List.of("-Xmx128m"), List.of("dbms", "set-initial-password", password), "admin.log");
  }

  /**
   * Puts a database made of {@code files} in the place of the one that is there.
   *
   * @param files as the importer's options {@code --nodes} and {@code --relationships}
   */
  void load(ServerOptions options, List<String> files) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("database", "import", "full", "neo4j"));
    arguments.add("--overwrite-destination=true");
    arguments.add("--id-type=actual");
    arguments.add("--skip-bad-relationships=false");
    arguments.add("--bad-tolerance=0");
    arguments.add("--report-file=" + folder.path().resolve("import.report"));
    arguments.addAll(files);
    run(List.of("-Xmx" + options.heap()), arguments, IMPORT_LOG);
  }

  /** The last percentage that the importer printed into {@code log}. */
  static Optional<String> stage(Path log) throws IOException {
    if (!Files.exists(log)) {
      return Optional.empty();
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - LOG_TAIL));
      byte[] tail = new byte[LOG_TAIL];
      int size = Math.max(0, file.read(tail));
      Matcher percent = PERCENT.matcher(new String(tail, 0, size, StandardCharsets.UTF_8));
      return percent.results().map(found -> found.group(1)).reduce((first, second) -> second);
    }
  }

  /**
   * Runs it with {@code arguments}, which are handed over in a file that only the owner can read.
   *
   * @param log the file in the server's folder that takes what it prints
   * @throws StoreUnavailable where it fails; with its last lines
   */
  void run(List<String> memory, List<String> arguments, String log) {
    Path list = folder.write("admin.arguments", String.join("\n", quoted(arguments)));
    Path printed = folder.path().resolve(log);
    folder.attempt(
        () -> {
          ProcessBuilder program =
              new ProcessBuilder(jars.command(memory, ENTRY, List.of("@" + list)))
                  .redirectErrorStream(true)
                  .redirectOutput(printed.toFile());
          program.environment().put("NEO4J_HOME", folder.path().toString());
          program.environment().put("NEO4J_CONF", folder.configuration().toString());
          Process process = program.start();
          folder.writeAdmin(
              new ServerRecord(process.pid(), ServerRecord.startOf(process.toHandle()), 0, 0));
          int code = await(process);
          folder.removeAdmin();
          Files.delete(list);
          if (code != 0) {
            throw new StoreUnavailable(
                "Neo4j's admin program failed: " + lastLines(printed),
                printed.toString(),
                "read that file; is the disk full?");
          }
          return code;
        });
  }

  /**
   * Ends the one that a killed process of ours left running in {@code folder}: it would write into
   * the files that the next one writes.
   */
  static void endLeftOver(ServerFolder folder) {
    folder
        .admin()
        .flatMap(ServerRecord::process)
        .ifPresent(
            left -> {
              left.destroyForcibly();
              left.onExit().join();
            });
    folder.removeAdmin();
  }

  private static List<String> quoted(List<String> arguments) {
    return arguments.stream()
        .map(a -> "\"" + a.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .toList();
  }

  private static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new Interrupted("interrupted", "Neo4j's admin program", "run the same command again");
    }
  }

  private static String lastLines(Path printed) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(printed), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("SLF4J"))
            .toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - LAST_LINES))
        .collect(Collectors.joining(" / "));
  }
}
