package org.ringlight.rpc.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Retries;

/** A node whose answers are well formed and yet no Bitcoin node's, and logins that are none. */
class TrickyNodeTest {

  private static final String GENESIS =
      "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206";

  private String count = "7";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String result = asked.contains("getblockhash") ? "\"" + GENESIS + "\"" : count;
    byte[] body = ("[{\"id\":0,\"result\":" + result + "}]").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private BitcoinNode connect(Optional<Path> loginFile) {
    NodeOptions options =
        NodeOptions.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .withRetries(new Retries(2, Duration.ofMillis(1), Duration.ofMillis(1)));
    return BitcoinNode.connect(options, loginFile, NodeListener.SILENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "2147483648", "9223372036854775807"})
  void aHeightThatNoChainReachesIsRefused(String height) {
    count = height;
    try (BitcoinNode node = connect(Optional.empty())) {
      assertThatThrownBy(node::tipHeight)
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("no chain ends at height " + height)
          .hasMessageContaining("http://127.0.0.1:")
          .hasMessageContaining("getblockcount");
    }
  }

  @Test
  void aNodeOfOneBlockAndOneOfManyAreTaken() {
    try (BitcoinNode node = connect(Optional.empty())) {
      count = "0";
      assertThat(node.tipHeight()).isZero();
      count = "2147483647";
      assertThat(node.tipHeight()).isEqualTo(Integer.MAX_VALUE);
    }
  }

  @Test
  void whatIsWrongWithALoginFileIsSaid(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(".cookie");
    assertThatThrownBy(() -> connect(Optional.of(file)))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("the file with the login is not there [" + file + "]");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, ':', 'x'});
    assertThatThrownBy(() -> connect(Optional.of(file)))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("the file with the login holds no text [" + file + "]");
  }

  @Test
  void aSilentNodeIsNotAnsweredWithAnAdviceThatThereIsNot() {
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    assertThatThrownBy(() -> connect(Optional.empty()))
        .isInstanceOf(NodeUnreachable.class)
        .hasMessageContaining("check that the node runs and is not overloaded")
        .hasMessageNotContaining("second --node");
  }
}
