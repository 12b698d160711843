package org.ringlight.rpc.monerojava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.rpc.WalletClient;
import org.ringlight.rpc.WalletDestination;
import org.ringlight.rpc.WalletPayment;
import org.ringlight.rpc.WalletPriority;

class WalletRpcTest {

  private static final List<WalletDestination> SOMEBODY = List.of(new WalletDestination("4abc", 1));

  private HttpServer server;
  private volatile String answer = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aWalletThatSaysNoIsARefusalWithItsReason() {
    answer = "{\"error\":{\"code\":-37,\"message\":\"not enough unlocked money\"}}";
    WalletPayment payment = client().pay(0, SOMEBODY, WalletPriority.DEFAULT);
    assertThat(payment).isEqualTo(new WalletPayment.Refused(-37, "not enough unlocked money"));
    assertThatThrownBy(payment::sent)
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("not enough unlocked money");
  }

  @Test
  void aWalletWithoutItsNodeIsUnreachableAndNoRefusal() {
    answer = "{\"error\":{\"code\":-38,\"message\":\"no connection to daemon\"}}";
    assertThatThrownBy(() -> client().pay(0, SOMEBODY, WalletPriority.DEFAULT))
        .isInstanceOf(NodeUnreachable.class);
    assertThatThrownBy(() -> client().refresh()).isInstanceOf(NodeUnreachable.class);
  }

  @Test
  void anAnswerThatIsNoWalletsIsOneFailureOfOurs() {
    answer = "<html>hello</html>";
    assertThatThrownBy(() -> client().outputs()).isInstanceOf(NodeUnreachable.class);
    answer = "{\"result\":{\"subaddress_accounts\":[{\"account_index\":\"x\"}]}}";
    assertThatThrownBy(() -> client().outputs()).isInstanceOf(DataInvalid.class);
  }

  @Test
  void nobodyListeningIsUnreachable() {
    WalletClient gone = client();
    server.stop(0);
    assertThatThrownBy(gone::primaryAddress)
        .isInstanceOf(NodeUnreachable.class)
        .hasMessageContaining("127.0.0.1");
  }

  private WalletClient client() {
    return new WalletRpc(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Duration.ofSeconds(10));
  }
}
