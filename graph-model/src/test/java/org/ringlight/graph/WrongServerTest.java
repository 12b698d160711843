package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;

/** Addresses where there is no Neo4j that lets us in. */
@Timeout(120)
class WrongServerTest {

  private static final Duration LONGEST = Duration.ofSeconds(45);

  private static GraphAddress at(String uri) {
    return new GraphAddress(uri, "neo4j", "secret-word", Optional.empty());
  }

  @Test
  void nobodyThereIsSaidWithWhatToDo() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    assertThatThrownBy(() -> GraphConnection.open(at("bolt://127.0.0.1:" + closed)))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("the graph server does not answer")
        .hasMessageContaining("127.0.0.1:" + closed)
        .hasMessageContaining("is it running? ringlight graph status, ringlight graph start")
        .hasMessageNotContaining("secret-word");
  }

  @Test
  @ExtendWith(RunningServer.class)
  void aWrongPasswordIsSaidAndNeverShown(GraphAddress running) {
    assertThatThrownBy(() -> GraphConnection.open(at(running.uri())))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("refuses user neo4j with this password")
        .hasMessageContaining("NEO4J_PASSWORD")
        .hasMessageNotContaining("secret-word");
    assertThat(at(running.uri())).asString().doesNotContain("secret-word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:7474", "bolt:/127.0.0.1", "127.0.0.1:7687", "neo4j", "bolt://"})
  void anAddressOfNoNeo4jIsSaid(String uri) {
    assertThatThrownBy(() -> GraphConnection.open(at(uri)))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining(uri)
        .hasMessageContaining("bolt://127.0.0.1:7687");
  }

  @Test
  void anAddressWithoutAPasswordIsSaid() {
    assertThat(GraphAddress.fromEnvironment(Map.of())).isEmpty();
    assertThat(GraphAddress.fromEnvironment(Map.of("NEO4J_URI", " "))).isEmpty();
    assertThatThrownBy(() -> GraphAddress.fromEnvironment(Map.of("NEO4J_URI", "bolt://there")))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("NEO4J_PASSWORD is not");
  }

  /** What a program that is no Neo4j does with who connects. */
  private enum Stranger {
    SILENT("", false),
    HANGS_UP("", true),
    SPEAKS_HTTP("HTTP/1.1 400 Bad Request\r\n\r\n", true),
    /** Four bytes where a version of Bolt is expected, and more. */
    GARBAGE("\u00ff\u00fe\u00fd\u00fc7777", false);

    private final String says;
    private final boolean hangsUp;

    Stranger(String says, boolean hangsUp) {
      this.says = says;
      this.hangsUp = hangsUp;
    }

    void meet(ServerSocket socket) {
      try {
        while (true) {
          Socket guest = socket.accept(); // ends with this process, or with the guest
          guest.getOutputStream().write(says.getBytes(StandardCharsets.ISO_8859_1));
          guest.getOutputStream().flush();
          if (hangsUp) {
            guest.close();
          }
        }
      } catch (IOException over) {
        assertThat(socket.isClosed()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherProgramOnThatPortIsSaidInGoodTime(Stranger stranger) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> stranger.meet(socket));
      thread.setDaemon(true);
      thread.start();
      String uri = "bolt://127.0.0.1:" + socket.getLocalPort();
      long start = System.nanoTime();
      Throwable said = catchThrowable(() -> GraphConnection.open(at(uri)));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      System.out.printf("graph: %s after %d ms: %s%n", stranger, took.toMillis(), said);
      assertThat(said).isInstanceOf(Failure.class).hasMessageContaining(uri);
      assertThat(took).isLessThan(LONGEST);
    }
  }
}
