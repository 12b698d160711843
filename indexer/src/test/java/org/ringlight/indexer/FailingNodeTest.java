package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Trick;

/** A node that goes away, or is the wrong one. */
class FailingNodeTest {

  @TempDir static Path shared;
  private static RowDigest undisturbed;

  @TempDir Path folder;
  private HostileNode node;
  private DataFolder data;

  @BeforeEach
  void start() {
    node = HostileNode.playing(HostileNode.smallChain(), 20);
    data = new DataFolder(folder);
  }

  @AfterEach
  void end() {
    node.close();
  }

  @BeforeAll
  static void indexUndisturbed() {
    try (HostileNode honest = HostileNode.playing(HostileNode.smallChain(), 20)) {
      DataFolder fresh = new DataFolder(shared);
      fresh.index(honest.uri());
      undisturbed = fresh.digest();
    }
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of("slow", Trick.slow(Duration.ofSeconds(3)), "silent for 1 s"),
        Arguments.of("dripping", Trick.dripping(Duration.ofMillis(50)), "1500 ms"),
        Arguments.of("dropping mid-page", Trick.droppedHalfWay(), "get_blocks.bin, height 80"),
        Arguments.of("failing", Trick.http(500), "HTTP 500"),
        Arguments.of("busy for ever", Trick.status("BUSY"), "tried 2 times"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("troubles")
  void whatCameBeforeItsTroubleIsKeptAndTheNextRunGoesOn(String kind, Trick trick, String said) {
    node.play(Tricks.from(80, trick));
    assertThatThrownBy(() -> data.indexImpatiently(node.uri()))
        .as(kind)
        .isInstanceOf(NodeUnreachable.class)
        .hasMessageContainingAll(said, "get_blocks.bin, height 80", "check that the node runs")
        .hasMessageNotContaining("\n");
    data.assertWholeUpTo(79);

    node.play(Trick.none());
    assertThat(data.index(node.uri()).blocks()).isEqualTo(44);
    assertThat(data.digest()).isEqualTo(undisturbed);
  }

  @Test
  void aNodeThatIsDownIsOneLine() {
    URI gone = node.uri();
    RowDigest before = indexedTo(60);
    node.close();
    assertThatThrownBy(() -> data.indexImpatiently(gone))
        .isInstanceOf(NodeUnreachable.class)
        .hasMessageContainingAll("nothing listens there", gone.toString());
    assertThat(data.digest()).isEqualTo(before);
    data.assertWholeUpTo(60);
  }

  private RowDigest indexedTo(long height) {
    data.indexTo(node.uri(), height);
    return data.digest();
  }

  @Test
  void aNodeThatDiesBetweenTwoCallsLosesNothing() {
    try (NodeClient client = DataFolder.impatient(node.uri());
        Indexer indexer = new Indexer(client, data.path(), DataFolder.OFTEN)) {
      node.play(
          Tricks.from(
              60,
              (path, request, honest) -> {
                node.close();
                return honest;
              }));
      Throwable failure = catchThrowable(() -> indexer.run(Indexing.everything()));
      assertThat(failure).isInstanceOf(NodeUnreachable.class);
    }
    data.assertWholeUpTo(59);
  }

  @Test
  void busyForAWhileIsNoTrouble() {
    node.play(Tricks.from(60, Trick.status("BUSY").times(1)));
    data.index(node.uri());
    assertThat(data.digest()).isEqualTo(undisturbed);
  }

  @Test
  void aNodeThatHasPrunedItsBlocksGivesTheSameTables() {
    node.play(Trick.prunedNode());
    data.index(node.uri());
    assertThat(data.digest()).isEqualTo(undisturbed);
  }

  @Test
  void aNodeOfAnotherNetworkIsRefusedByName() {
    RowDigest before = indexedTo(60);
    node.play(Trick.nettype("mainnet"));
    assertThatThrownBy(() -> data.index(node.uri()))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContainingAll("the tables hold fakechain", "the node follows mainnet", "--data");
    assertThat(data.digest()).isEqualTo(before);
  }

  @Test
  void aNodeThatWantsALoginHalfWayIsAConfiguration() {
    node.play(Tricks.from(60, Trick.unauthorized()));
    assertThatThrownBy(() -> data.index(node.uri()))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("wants a login");
    Failure again = (Failure) catchThrowable(() -> data.index(node.uri()));
    assertThat(again.kind()).isEqualTo(Failure.Kind.CONFIGURATION_INVALID);
    data.assertWholeUpTo(59);
  }
}
