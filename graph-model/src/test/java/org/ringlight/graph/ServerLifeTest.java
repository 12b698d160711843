package org.ringlight.graph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.graph.server.ServerOptions;

/** A data directory's server is started and stopped; the tests are its life, in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerLifeTest {

  @TempDir static Path data;
  private static GraphServer server;

  @BeforeAll
  static void start() {
    server = GraphServer.of(data);
  }

  @AfterAll
  static void end() {
    server.stop();
  }

  @Test
  @Order(1)
  void whatNeverRanHasNothingToStop() {
    assertThat(server.isThere()).isFalse();
    assertThat(server.stop()).isFalse();
    assertThat(server.running()).isEmpty();
    assertThat(data).isEmptyDirectory();
  }

  @Test
  @Order(2)
  void aPortThatIsTakenIsSaidAndNothingStarts() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      OptionalInt port = OptionalInt.of(taken.getLocalPort());
      for (ServerOptions options :
          List.of(
              new ServerOptions(port, OptionalInt.empty(), "512m", "256m"),
              new ServerOptions(OptionalInt.empty(), port, "512m", "256m"))) {
        assertThatThrownBy(() -> server.start(options))
            .isInstanceOf(ConfigurationInvalid.class)
            .hasMessageContaining("another program listens there")
            .hasMessageContaining("127.0.0.1:" + port.getAsInt());
      }
    }
    assertThat(server.running()).isEmpty();
  }

  @Test
  @Order(3)
  void twoThatStartItAtOnceGetOneServerWhosePasswordNobodySees() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Set<String> commands = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newCachedThreadPool();
    Process child = ChildStart.start(data.resolve("said"), data);
    try {
      Future<?> watch = threads.submit(() -> watch(commands, over));
      List<Future<GraphAddress>> starts = new ArrayList<>();
      Callable<GraphAddress> start = () -> server.start(RunningServer.SMALL);
      for (int i = 0; i < 2; i++) {
        starts.add(threads.submit(start));
      }
      Set<String> addresses = new HashSet<>();
      for (Future<GraphAddress> one : starts) {
        try {
          addresses.add(one.get().uri());
        } catch (ExecutionException e) {
          assertBusy(requireNonNull(e.getCause()));
        }
      }
      int code = child.waitFor();
      String said = Files.readString(data.resolve("said"));
      if (code == 0) {
        addresses.add(said.strip());
      } else {
        assertThat(said).contains("StoreUnavailable").contains("is being started");
      }
      over.set(true);
      watch.get();
      System.out.printf("graph: three starts at once gave %s%n", addresses);
      assertThat(addresses).singleElement().isEqualTo(server.running().orElseThrow().uri());
    } finally {
      over.set(true);
      threads.shutdown();
    }
    assertHidden(commands);
  }

  private static void assertBusy(Throwable problem) {
    assertThat(problem)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("is being started, stopped or filled by")
        .hasMessageContaining("wait for that process, or end it");
  }

  /** Collects the command lines of all processes again and again. */
  private static void watch(Set<String> commands, AtomicBoolean over) {
    while (!over.get()) {
      ProcessHandle.allProcesses().forEach(process -> commands.add(commandLine(process.pid())));
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static String commandLine(long pid) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline"));
      return new String(line, StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }

  private static void assertHidden(Set<String> commands) throws IOException {
    String folder = server.folder().toString();
    // the watch did see both programs of this folder
    assertThat(commands).anyMatch(c -> c.contains("CommunityEntryPoint") && c.contains(folder));
    assertThat(commands).anyMatch(c -> c.contains("AdminTool") && c.contains(folder));
    Path file = server.folder().resolve("password");
    String password = Files.readString(file).strip();
    assertThat(password).hasSize(36);
    assertThat(commands).noneMatch(command -> command.contains(password));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.walk(server.folder())) {
      for (Path other : files.filter(Files::isRegularFile).toList()) {
        if (!other.equals(file)) {
          assertThat(new String(Files.readAllBytes(other), StandardCharsets.ISO_8859_1))
              .as(other.toString())
              .doesNotContain(password);
        }
      }
    }
  }

  @Test
  @Order(4)
  void aSecondStartGivesTheSameAddressAndASecondStopNothing() {
    GraphAddress first = server.running().orElseThrow();
    ProcessHandle process = server.process().orElseThrow();
    assertThat(server.start(RunningServer.SMALL)).isEqualTo(first);
    assertThat(GraphServer.of(data).running()).contains(first);
    assertThat(server.process()).contains(process);
    try (GraphConnection graph = GraphConnection.open(first)) {
      assertThat(graph.run("RETURN 1 AS one")).hasSize(1);
    }
    assertThat(server.stop()).isTrue();
    assertThat(process.isAlive()).isFalse();
    assertThat(server.stop()).isFalse();
    assertThat(server.running()).isEmpty();
    assertThat(server.isThere()).isTrue();
  }
}
