package org.ringlight.rpc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.rpc.Login;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Retries;

/** Batches against a node that answers what it is told to. */
class JsonBatchTest {

  private final Deque<String> answers = new ArrayDeque<>();
  private final List<String> logins = new ArrayList<>();
  private HttpServer server;
  private Transport transport;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    NodeOptions options =
        NodeOptions.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .withRetries(new Retries(3, Duration.ofMillis(1), Duration.ofMillis(1)));
    transport =
        new Transport(
            options,
            NodeListener.SILENT,
            Program.BITCOIND,
            () -> Optional.of(new Login("me", "secret")));
  }

  @AfterEach
  void stop() {
    transport.close();
    server.stop(0);
  }

  /** An answer that begins with a number is a status alone. */
  private void answer(HttpExchange exchange) throws IOException {
    logins.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    exchange.getRequestBody().readAllBytes();
    String next = answers.size() > 1 ? answers.remove() : answers.element();
    boolean status = Character.isDigit(next.charAt(0));
    byte[] body = (status ? "[]" : next).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status ? Integer.parseInt(next) : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private <T> List<JsonBatch.Answer<T>> call(int count, JsonBatch.Value<T> value) {
    List<List<Integer>> parameters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parameters.add(List.of(i));
    }
    return new JsonBatch(transport).call("getblock", parameters, value, "height 7");
  }

  @Test
  void answersComeInTheOrderAskedWhateverTheirOwn() {
    answers.add(
        " [{\"id\":1,\"error\":null,\"result\":\"0aFf\"},"
            + "{\"error\":{\"code\":-5,\"message\":\"Block not found\"},\"result\":null,\"id\":2},"
            + "{\"result\":\"\",\"more\":{\"a\":[1]},\"jsonrpc\":\"2.0\",\"id\":0}]\n");
    List<JsonBatch.Answer<byte[]>> read = call(3, JsonBatch.HEX);
    assertThat(read.get(0).orThrow()).isEmpty();
    assertThat(read.get(1).orThrow()).isEqualTo(new byte[] {0x0a, (byte) 0xff});
    assertThat(read.get(2).error()).isEqualTo(-5);
    assertThatThrownBy(() -> read.get(2).orThrow()).hasMessageContaining("Block not found");
    assertThat(logins).containsExactly(new Login("me", "secret").basic());
  }

  @Test
  void aLongErrorIsCutShort() {
    answers.add(
        "[{\"id\":0,\"error\":{\"code\":-1,\"message\":\"no\\n" + "A".repeat(5_000) + "\"}}]");
    JsonBatch.Answer<byte[]> read = call(1, JsonBatch.HEX).get(0);
    assertThatThrownBy(read::orThrow)
        .hasMessageContaining("error -1: no AAAA")
        .hasMessageContaining("http://127.0.0.1:")
        .hasMessageContaining("getblock height 7")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | no answer to call 0 of 1",
        "{\"error\":{\"code\":-32600,\"message\":\"no batches\"},\"id\":null} | -32600 no batches",
        "[{\"id\":1,\"result\":\"00\"}] | id 1",
        "[{\"id\":-1,\"result\":\"00\"}] | id -1",
        "[{\"id\":0,\"result\":\"00\"},{\"id\":0,\"result\":\"00\"}] | a second one",
        "[{\"id\":0,\"result\":7}] | no text",
        "[{\"id\":0,\"result\":\"0\"}] | no hex digits",
        "[{\"id\":0,\"result\":\"0g\"}] | no hex digits",
        "[{\"id\":0,\"result\":\"\\u0030\\u0030\"}] | no hex digits",
        "[{\"id\":0}] | neither result nor error",
        "[7] | no array of objects",
        "true | no JSON array",
        "nonsense | no JSON",
        "<html> | HTML page",
      })
  void answersThatNoNodeGivesAreRefused(String answer, String why) {
    answers.add(answer);
    assertThatThrownBy(() -> call(1, JsonBatch.HEX))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining(why)
        .hasMessageContaining("getblock height 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"id\":0,\"error\":{\"code\":-28,\"message\":\"Loading block index\"}}]",
        "[{\"id\":0,\"result\":\"00",
        "503",
      })
  void whatMayPassIsAskedAgain(String answer) {
    answers.add(answer);
    answers.add("[{\"id\":0,\"result\":\"00\"}]");
    assertThat(call(1, JsonBatch.HEX).get(0).orThrow()).hasSize(1);
    answers.clear();
    answers.add(answer);
    assertThatThrownBy(() -> call(1, JsonBatch.HEX))
        .isInstanceOf(NodeUnreachable.class)
        .hasMessageContaining("tried 3 times");
  }

  @Test
  void whatIsNoJsonIsSaidWithoutTheParsersOwnSettings() {
    answers.add("[{\"id\":0,\"result\":NaN}]");
    assertThatThrownBy(() -> call(1, JsonBatch.HEX))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("an answer that is no JSON: Non-standard token 'NaN'")
        .hasMessageContaining("getblock height 7, byte ")
        .hasMessageNotContaining("Source");
  }

  @Test
  void whatNoRetryMendsIsSaidAtOnce() {
    answers.add("[{\"id\":0,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}]");
    assertThatThrownBy(() -> call(1, JsonBatch.HEX))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("the node offers no getblock");
    answers.clear();
    answers.add("403");
    assertThatThrownBy(() -> call(1, JsonBatch.HEX))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("rpcauth");
    assertThat(logins).hasSize(2);
  }
}
