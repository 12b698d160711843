package org.ringlight.graph.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.HeldFile;

/**
 * The Neo4j of a data directory: a process of its own on loopback that goes on when this one ends,
 * with a password that was made up for it. Neo4j Browser comes with it.
 */
public final class GraphServer {

  private static final String ENTRY = "org.neo4j.server.CommunityEntryPoint";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** How often other ports are chosen where another program takes them in the meantime. */
  private static final int TRIES = 3;

  private static final Duration REFUSED = Duration.ofSeconds(45);
  private static final Duration PAUSE = Duration.ofMillis(150);

  private final ServerFolder folder;

  private GraphServer(ServerFolder folder) {
    this.folder = folder;
  }

  /** The server of the data directory {@code data}, whether it runs or not. */
  public static GraphServer of(Path data) {
    return new GraphServer(ServerFolder.of(data));
  }

  /** Where it answers, while it runs. */
  public Optional<GraphAddress> running() {
    return folder
        .record()
        .filter(record -> record.process().isPresent())
        .map(record -> address(record.boltPort(), record.httpPort()));
  }

  /** Its process, while it runs. */
  public Optional<ProcessHandle> process() {
    return folder.record().flatMap(ServerRecord::process);
  }

  /** Whether it was ever started, so that there may be a graph in it. */
  public boolean isThere() {
    return Files.isDirectory(folder.databases());
  }

  /** Whether an offline load was cut off, so that there is no whole graph. */
  public boolean isUnfinished() {
    return Files.exists(folder.unfinished());
  }

  /** Its folder in the data directory. */
  public Path folder() {
    return folder.path();
  }

  private GraphAddress address(int bolt, int http) {
    return new GraphAddress(
        "bolt://127.0.0.1:" + bolt,
        "neo4j",
        folder.password().orElse(""),
        Optional.of("http://127.0.0.1:" + http + "/browser/"));
  }

  /**
   * Starts it and waits until it answers; where it runs already, nothing happens.
   *
   * @throws ConfigurationInvalid where an offline load was cut off, or a port is taken
   * @throws StoreUnavailable where it does not come up; says what it printed last
   */
  public GraphAddress start(ServerOptions options) {
    folder.create();
    try (HeldFile held = hold()) {
      if (Files.exists(folder.unfinished())) {
        throw new ConfigurationInvalid(
            "a load was cut off in the middle: there is no whole graph",
            folder.path().toString(),
            "load it again: ringlight graph load");
      }
      return running().orElseGet(() -> startUnder(held, options));
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /** As {@link #start}, for who holds the lock already. */
  GraphAddress startUnder(HeldFile held, ServerOptions options) {
    ServerJars jars = ServerJars.find();
    for (int tries = 1; true; tries++) {
      int bolt = options.chosenBoltPort();
      int http = options.chosenHttpPort();
      Process process = run(jars, options, bolt, http);
      GraphAddress address = address(bolt, http);
      if (comesUp(process, address)) {
        return address;
      }
      boolean overtaken = !ServerOptions.isFree(bolt) || !ServerOptions.isFree(http);
      if (!overtaken || tries == TRIES) {
        throw new StoreUnavailable(
            "the graph server does not come up: " + lastWords(),
            folder.log().toString(),
            "read that file, and " + folder.path().resolve("logs"));
      }
    }
  }

  private Process run(ServerJars jars, ServerOptions options, int bolt, int http) {
    Path configuration = folder.write("conf/neo4j.conf", options.configuration(bolt, http));
    if (folder.password().isEmpty() || !Files.isDirectory(folder.databases().resolve("dbms"))) {
      new Admin(jars, folder).setPassword(folder.password().orElseGet(folder::newPassword));
    }
    Process process =
        launch(
            jars.command(
                List.of("-Xms" + options.heap(), "-Xmx" + options.heap(), "-XX:+UseParallelGC"),
                ENTRY,
                List.of(
                    "--home-dir=" + folder.path(), "--config-dir=" + configuration.getParent())));
    folder.write(
        new ServerRecord(process.pid(), ServerRecord.startOf(process.toHandle()), bolt, http));
    return process;
  }

  private Process launch(List<String> command) {
    return folder.attempt(
        () ->
            OwnSession.of(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.log().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start());
  }

  /** Waits until it answers; false where it ends. */
  private boolean comesUp(Process process, GraphAddress address) {
    long start = System.nanoTime();
    while (process.isAlive()) {
      long waited = System.nanoTime() - start;
      try {
        if (GraphConnection.answers(address)) {
          return true;
        }
      } catch (ConfigurationInvalid refused) {
        // another server that took the port in the meantime knows no password of ours; but then our
        // process ends soon
        if (waited > REFUSED.toNanos()) {
          throw new ConfigurationInvalid(
              "the graph server runs, but with another password than the one that is kept",
              folder.path().resolve("password").toString(),
              "write the password that you set into that file");
        }
      }
      if (waited > PATIENCE.toNanos()) {
        throw new StoreUnavailable(
            "the graph server is still starting; after a crash it recovers its database first",
            folder.log().toString(),
            "wait: ringlight graph status says when it is there");
      }
      pause();
    }
    return false;
  }

  private String lastWords() {
    return folder.attempt(
        () -> {
          List<String> lines =
              new String(Files.readAllBytes(folder.log()), StandardCharsets.UTF_8)
                  .lines()
                  .filter(line -> !line.isBlank() && !line.startsWith("SLF4J"))
                  .toList();
          return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
        });
  }

  /** Writes the files of an import into a folder and names them as the importer's arguments. */
  public interface Filling {
    List<String> write(Path folder);
  }

  /**
   * Puts a new database in the place of the one that is there, by Neo4j's own importer, and starts
   * the server with it. Cut off, it has to be done again: until then {@link #start} refuses.
   *
   * @param filling is asked for the files when the server was stopped
   * @param importing hears when they are written
   */
  public GraphAddress fill(ServerOptions options, Filling filling, Runnable importing) {
    ServerJars jars = ServerJars.find();
    try (HeldFile held = hold()) {
      stopUnder(held);
      folder.emptyLoading();
      try {
        List<String> files = filling.write(folder.loading());
        importing.run();
        // from here on what was there before is lost
        folder.write(folder.unfinished().getFileName().toString(), "");
        new Admin(jars, folder).load(options, files);
      } finally {
        folder.removeLoading();
      }
      folder.attempt(() -> Files.deleteIfExists(folder.unfinished()));
      return startUnder(held, options);
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /** How far the importer is, as it says itself; empty while it says nothing. */
  public Optional<String> importStage() {
    return folder.attempt(() -> Admin.stage(folder.path().resolve(Admin.IMPORT_LOG)));
  }

  /**
   * Stops it in order and waits until it is gone.
   *
   * @return whether it ran
   */
  public boolean stop() {
    if (!isThere() && folder.record().isEmpty()) {
      return false;
    }
    try (HeldFile held = hold()) {
      return stopUnder(held);
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /** As {@link #stop}, for who holds the lock already. */
  boolean stopUnder(HeldFile held) {
    Optional<ProcessHandle> process = process();
    process.ifPresent(
        running -> {
          running.destroy();
          try {
            running.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
          } catch (TimeoutException | ExecutionException e) {
            throw new StoreUnavailable(
                "the graph server does not end",
                "process " + running.pid(),
                "look what it does, or kill it: its database recovers",
                e);
          } catch (InterruptedException e) {
            throw interrupted();
          }
        });
    return process.isPresent();
  }

  HeldFile hold() throws IOException {
    folder.create();
    Path lock = folder.path().toRealPath().resolve(folder.lock().getFileName());
    Optional<HeldFile> held = HeldFile.holdOrCreate(lock);
    if (held.isEmpty()) {
      throw new StoreUnavailable(
          "the graph server " + HeldFile.read(lock),
          folder.path().toString(),
          "wait for that process, or end it");
    }
    held.get().write("is being started, stopped or filled by " + ProcessHandle.current().pid());
    Admin.endLeftOver(folder);
    return held.get();
  }

  StoreUnavailable cannot(IOException e) {
    return new StoreUnavailable(
        "the graph server's folder cannot be locked: " + e.getMessage(),
        folder.path().toString(),
        "use a data directory on a local disk that can be written",
        e);
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private Interrupted interrupted() {
    Thread.currentThread().interrupt();
    return new Interrupted("interrupted", folder.path().toString(), "ringlight graph status");
  }
}
