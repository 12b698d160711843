package org.ringlight.rpc.monerod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.FetchedOutput;
import org.ringlight.rpc.Login;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.Retries;
import org.ringlight.rpc.epee.EpeeType;
import org.ringlight.rpc.epee.EpeeWriter;
import org.ringlight.rpc.http.OutputsWriter;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Trick;

/** Whatever a node does instead of answering becomes one line: what, where, what to do. */
class HostileNodeTest {

  private static final String PAGES = "/get_blocks.bin";

  private HostileNode node;
  private NodeClient client;
  private List<String> heard;

  @BeforeEach
  void anHonestBeginning() {
    node = HostileNode.playing(HostileNode.smallChain(), 20);
    heard = new ArrayList<>();
    client = connect(options());
    assertThat(client.page(0, PageForm.FULL).blocks()).hasSize(20);
  }

  @AfterEach
  void close() {
    client.close();
    node.close();
  }

  private NodeOptions options() {
    return NodeOptions.of(node.uri())
        .withRetries(new Retries(3, Duration.ofMillis(2), Duration.ofMillis(5)))
        .withTimeouts(Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofMillis(900))
        .withLargestAnswer(1 << 20);
  }

  private NodeClient connect(NodeOptions options) {
    return Nodes.connect(
        List.of(options),
        new NodeListener() {
          @Override
          public void retrying(URI uri, String why, int attempt, Duration pause) {
            heard.add(why);
          }

          @Override
          public void leaving(URI uri, Failure why, Duration pause) {
            heard.add("leaving");
          }
        });
  }

  private Throwable pageAfter(Trick trick) {
    node.play(trick.only(PAGES));
    Throwable thrown = catchThrowable(() -> client.page(20, PageForm.FULL));
    assertThat(thrown).isInstanceOf(Failure.class);
    assertThat(thrown.getMessage())
        .doesNotContain("\n")
        .contains(node.uri() + PAGES + ", height 20");
    return thrown;
  }

  @Test
  void aNodeThatIsDown() {
    node.close();
    assertThatThrownBy(() -> client.page(20, PageForm.FULL))
        .isInstanceOf(NodeUnreachable.class)
        .hasMessageContaining(node.uri() + "/get_blocks.bin, height 20, tried 3 times]; check");
  }

  @Test
  void aPortWhereNothingListensIsNamedAtOnce() {
    node.close();
    assertThatThrownBy(() -> connect(options()))
        .isInstanceOf(NodeUnreachable.class)
        .hasMessage(
            "nothing listens there ["
                + node.uri()
                + "/get_info, tried 3 times]; check that the node runs and is not overloaded, or"
                + " give a second --node");
  }

  @Test
  void aSilentNode() {
    assertThat(pageAfter(Trick.slow(Duration.ofSeconds(2))))
        .isInstanceOf(NodeUnreachable.class)
        .hasMessageStartingWith("silent for 300 ms [");
  }

  @Test
  void aNodeThatDripsEndsAtTheDeadline() {
    assertThat(pageAfter(Trick.dripping(Duration.ofMillis(20))))
        .isInstanceOf(NodeUnreachable.class)
        .hasMessageStartingWith("no whole answer within 900 ms [");
  }

  @Test
  void aConnectionDroppedMidPage() {
    assertThat(pageAfter(Trick.droppedHalfWay()))
        .isInstanceOf(NodeUnreachable.class)
        .hasMessageStartingWith("the connection was dropped (Premature end")
        .hasMessageContaining("tried 3 times");
  }

  @Test
  void aConnectionDroppedOnceIsTriedAgain() {
    node.play(Trick.droppedHalfWay().only(PAGES).times(1));
    assertThat(client.page(20, PageForm.FULL).blocks()).hasSize(20);
    assertThat(heard).singleElement().asString().startsWith("the connection was dropped");
  }

  @Test
  void aCutPageThatClaimsToBeWhole() {
    assertThat(pageAfter(Trick.cutShort())).isInstanceOf(DataInvalid.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void garbage() {
    assertThat(pageAfter(Trick.garbage()))
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("no portable storage: it does not begin with its signature [");
  }

  @Test
  void anHtmlPageWhateverItsType() {
    assertThat(pageAfter(Trick.htmlPage()))
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("an HTML page instead of a node's answer [");
    assertThat(pageAfter(Trick.body("\n <!DOCTYPE html>".getBytes(StandardCharsets.UTF_8))))
        .hasMessageStartingWith("an HTML page instead of a node's answer [");
  }

  @Test
  void anotherStartHeightThanAsked() {
    assertThat(pageAfter(Trick.wrongStartHeight()))
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("asked for height 20, got 21 [");
  }

  @Test
  void aLengthOfTwoToThe62AllocatesNothing() {
    EpeeWriter out = new EpeeWriter(1);
    out.array("blocks", EpeeType.OBJECT, 0);
    byte[] body = java.util.Arrays.copyOf(out.toBytes(), out.toBytes().length + 7);
    java.util.Arrays.fill(body, body.length - 8, body.length, (byte) 0xff); // 2^62 - 1

    assertThat(pageAfter(Trick.body(body)))
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("a size of 4611686018427387903 where 0 bytes are left [");
  }

  @Test
  void anAnswerOverTheBoundIsRefusedUnread() {
    assertThat(pageAfter(Trick.announcing(1L << 40)))
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith(
            "an answer of 1099511627776 bytes or more, over the bound of 1048576 [");
  }

  @Test
  void anUnknownStatus() {
    assertThat(pageAfter(Trick.status("out\nof cheese")))
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("the node answers \"out of cheese\" [");
  }

  @Test
  void aRestrictedRefusalSaysWhatToDo() {
    assertThat(pageAfter(Trick.status("Too many blocks requested in restricted mode")))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageEndingWith("use the node's unrestricted RPC port");
  }

  @Test
  void aBusyNodeIsAskedAgainWithPauses() {
    node.play(Trick.status("BUSY").only(PAGES).times(2));
    assertThat(client.page(20, PageForm.FULL).blocks()).hasSize(20);
    assertThat(heard).hasSize(2).allMatch(why -> why.startsWith("the node is busy"));

    assertThat(pageAfter(Trick.status("BUSY"))).isInstanceOf(NodeUnreachable.class);
  }

  @Test
  void anOverloadedProxyIsAskedAgainToo() {
    node.play(Trick.http(503).only(PAGES).times(2));
    assertThat(client.page(20, PageForm.FULL).blocks()).hasSize(20);
    assertThat(pageAfter(Trick.http(502))).isInstanceOf(NodeUnreachable.class);
  }

  @Test
  void aNodeThatWantsALoginOrRefusesIt() {
    assertThat(pageAfter(Trick.unauthorized()))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageStartingWith("the node wants a login (HTTP 401 Unauthorized) [");
    node.play(Trick.none());
    try (NodeClient user = connect(options().withLogin(new Login("me", "secret")))) {
      node.play(Trick.unauthorized());
      assertThatThrownBy(user::info)
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageStartingWith("the login is refused (HTTP 401 Unauthorized) [")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void aServerThatIsNoNode() {
    assertThat(pageAfter(Trick.http(404)))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageStartingWith("no such call there (HTTP 404");
    assertThat(pageAfter(Trick.http(301))).isInstanceOf(ConfigurationInvalid.class);
    assertThat(pageAfter(Trick.http(418))).isInstanceOf(DataInvalid.class);
  }

  @Test
  void aPrunedNodeAskedForWholeTransactions() {
    node.play(Trick.prunedNode());
    assertThatThrownBy(() -> client.page(20, PageForm.FULL))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageStartingWith("the node does not give whole transactions");
    assertThat(client.page(20, PageForm.PRUNED).blocks()).hasSize(20);
  }

  @Test
  void jsonOfTheWrongShape() {
    node.play(Trick.body("[1, 2]".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(client::info).isInstanceOf(DataInvalid.class);
    node.play(Trick.body("{\"status\": \"OK\"".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(client::info)
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("an answer that is no JSON");
    node.play(Trick.body("{\"status\": \"OK\"}".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(client::info)
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("an answer without \"height\" [" + node.uri() + " get_info");
    node.play(Trick.replacing("\"hash\"", "\"hush\""));
    assertThatThrownBy(() -> client.headers(0, 3)).isInstanceOf(DataInvalid.class);
    node.play(Trick.replacing("\"height\":2,", "\"height\":\"two\","));
    assertThatThrownBy(() -> client.headers(0, 3)).isInstanceOf(DataInvalid.class);
    node.play(Trick.garbage());
    assertThatThrownBy(client::hardFork).isInstanceOf(DataInvalid.class);
    assertThatThrownBy(client::pool).isInstanceOf(DataInvalid.class);
  }

  @Test
  void messagesTellNothingOfTheProgramsOwnTypes() {
    for (String hostile :
        List.of(
            "{\"status\":\"OK\",\"result\":[]}",
            "{\"status\":\"OK\",\"result\":{\"status\":\"OK\",\"headers\":7}}",
            "{\"status\":\"OK\",\"result\":{\"status\":\"OK\",\"headers\":[[]]}}",
            "{\"status\":\"OK\",\"result\":{\"status\":\"OK\",\"chains\":{\"a\":1}}}",
            "{\"status\":\"OK\",\"transactions\":[7],\"tx_hashes\":7,\"spent_status\":{}}")) {
      node.play(Trick.body(hostile.getBytes(StandardCharsets.UTF_8)));
      List<ThrowingCallable> calls =
          List.of(
              () -> client.headers(0, 3),
              client::alternativeChains,
              client::fees,
              client::hardFork,
              client::pool,
              client::poolHashes,
              () -> client.keyImagesSpent(List.of(KeyImage.of(new byte[32]))));
      for (ThrowingCallable call : calls) {
        Throwable thrown = catchThrowable(call);
        if (thrown != null) {
          assertThat(thrown)
              .isInstanceOf(DataInvalid.class)
              .hasMessageNotContainingAny("java.", "monero.", "Exception", "cast");
        }
      }
    }
  }

  @Test
  void outputsThatAreNotThoseAskedFor() {
    String path = "/get_outs.bin";
    List<OutputName> three =
        List.of(new OutputName(0, 1), new OutputName(0, 2), new OutputName(0, 3));
    List<FetchedOutput> honest = client.outputs(three);
    assertThat(honest).hasSize(3);

    node.play(Trick.body(OutputsWriter.write(honest.subList(0, 2))).only(path));
    assertThatThrownBy(() -> client.outputs(three))
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("asked for 3 outputs, got 2 [")
        .hasMessageContaining(node.uri() + path + ", 3 outputs from 0:1");
    node.play(Trick.body(OutputsWriter.write(List.of())).only(path));
    assertThatThrownBy(() -> client.outputs(three)).hasMessageStartingWith("asked for 3 outputs");
    FetchedOutput first = honest.get(0);
    FetchedOutput nowhere =
        new FetchedOutput(
            first.asked(), first.key(), first.commitment(), -1, first.transaction(), true);
    FetchedOutput ofNothing =
        new FetchedOutput(
            first.asked(), first.key(), first.commitment(), 1, TxHash.of(new byte[32]), true);
    for (FetchedOutput wrong : List.of(nowhere, ofNothing)) {
      node.play(Trick.body(OutputsWriter.write(List.of(wrong))).only(path));
      assertThatThrownBy(() -> client.outputs(three.subList(0, 1)))
          .isInstanceOf(DataInvalid.class)
          .hasMessageStartingWith("output 0:1 without ");
    }
    node.play(Trick.garbage().only(path));
    assertThatThrownBy(() -> client.outputs(three)).isInstanceOf(DataInvalid.class);
    node.play(Trick.cutShort().only(path));
    assertThatThrownBy(() -> client.outputs(three)).isInstanceOf(DataInvalid.class);
  }

  @Test
  void outputsThatTheNodeCountsAndDoesNotGive() {
    node.play(Trick.status("Failed").only("/get_outs.bin"));
    assertThatThrownBy(() -> client.outputs(List.of(new OutputName(0, 1))))
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("the node counts outputs that it does not give [");
    assertThat(client.outputs(List.of(new OutputName(0, 1L << 40)))).isEmpty();
    node.play(Trick.status("Too many outs requested").only("/get_outs.bin"));
    assertThatThrownBy(() -> client.outputs(List.of(new OutputName(0, 1))))
        .isInstanceOf(DataInvalid.class)
        .hasMessageStartingWith("the node answers \"Too many outs requested\" [");
  }

  @Test
  void aPoolOfSomethingElseThanHashes() {
    for (String wrong : List.of("7", "{}", "[7]", "[\"\"]", "[[]]", "\"00\"")) {
      String body = "{\"status\":\"OK\",\"tx_hashes\":" + wrong + "}";
      node.play(Trick.body(body.getBytes(StandardCharsets.UTF_8)));
      assertThatThrownBy(client::poolHashes)
          .isInstanceOf(DataInvalid.class)
          .hasMessageStartingWith("\"tx_hashes\" is not an array");
    }
  }

  @Test
  void twoNodesOfDifferentNetworksAreRefused() {
    try (HostileNode other = HostileNode.playing(HostileNode.smallChain(), 20)) {
      other.play(Trick.nettype("mainnet"));
      assertThatThrownBy(() -> Nodes.connect(List.of(options(), NodeOptions.of(other.uri()))))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("nodes of different networks")
          .hasMessageContaining(other.uri() + " is on mainnet");
    }
  }

  @Test
  void theSecondNodeTakesOverAndTheFirstRests() {
    try (HostileNode second = HostileNode.playing(HostileNode.smallChain(), 20);
        NodeClient both = Nodes.connect(List.of(options(), NodeOptions.of(second.uri())))) {
      node.play(Trick.garbage());
      int before = node.requests();

      assertThat(both.page(20, PageForm.FULL).blocks()).hasSize(20);
      assertThat(both.page(40, PageForm.FULL).blocks()).hasSize(20);

      assertThat(node.requests() - before).isEqualTo(1);
      assertThat(both.endpoint()).isEqualTo(second.uri());
    }
  }
}
