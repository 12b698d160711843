package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.lake.Lake;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.Retries;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Trick;

/**
 * A node that misbehaves half-way: one clear line, nothing lost, nothing half-written to be seen.
 */
class HostileNodeIndexTest {

  private static final long HALF_WAY = 60;

  @TempDir static Path undisturbed;
  @TempDir Path folder;

  private static HostileNode node = HostileNode.playing(HostileNode.smallChain(), 20);
  private static Map<String, String> expected = Map.of();

  @BeforeAll
  static void indexUndisturbed() {
    index(undisturbed, Indexing.everything());
    expected = RowDigest.of(undisturbed);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static IndexReport index(Path data, Indexing wanted) {
    NodeOptions options =
        NodeOptions.of(node.uri())
            .withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofSeconds(3))
            .withRetries(new Retries(2, Duration.ofMillis(5), Duration.ofMillis(10)));
    try (NodeClient client = Nodes.connect(List.of(options));
        Indexer indexer = new Indexer(client, data)) {
      return indexer.run(wanted);
    }
  }

  static Stream<Arguments> tricks() {
    String page = "/get_blocks.bin";
    return Stream.of(
        Arguments.of(
            "a transaction's bytes", Trick.transactionBitFlipped(122), DataInvalid.class, "tx "),
        Arguments.of(
            "a block's bytes", Trick.blockBitFlipped(100), DataInvalid.class, "height 100"),
        Arguments.of("blocks out of order", Trick.blocksSwapped(70), DataInvalid.class, "block 70"),
        Arguments.of("indices off", Trick.outputIndicesOff(90, 3), DataInvalid.class, "height 90"),
        Arguments.of(
            "indices far off",
            Trick.outputIndicesOff(90, Long.MIN_VALUE),
            DataInvalid.class,
            "height 90"),
        Arguments.of(
            "another start", Trick.wrongStartHeight(), DataInvalid.class, "get_blocks.bin"),
        Arguments.of("garbage", Trick.garbage().only(page), DataInvalid.class, "get_blocks.bin"),
        Arguments.of(
            "a page for people", Trick.htmlPage().only(page), DataInvalid.class, "get_blocks.bin"),
        Arguments.of(
            "half a page", Trick.cutShort().only(page), DataInvalid.class, "get_blocks.bin"),
        Arguments.of(
            "a dropped page",
            Trick.droppedHalfWay().only(page),
            NodeUnreachable.class,
            "get_blocks.bin"),
        Arguments.of(
            "silence",
            Trick.slow(Duration.ofSeconds(2)).only(page),
            NodeUnreachable.class,
            "get_blocks.bin"),
        Arguments.of(
            "a busy node",
            Trick.status("BUSY").only(page),
            NodeUnreachable.class,
            "get_blocks.bin"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tricks")
  void stopsWithOneLineAndGoesOnLater(
      String name, Trick trick, Class<? extends Failure> kind, String where) {
    index(folder, new Indexing(java.util.OptionalLong.of(HALF_WAY), Unreadable.STOP));
    node.play(trick);
    try {
      Failure failure =
          catchThrowableOfType(Failure.class, () -> index(folder, Indexing.everything()));
      assertThat(failure).as(name).isInstanceOf(kind);
      assertThat(failure).hasMessageContaining(where).hasMessageContaining("; ");
      assertThat(String.valueOf(failure.getMessage()).lines()).hasSize(1);
    } finally {
      node.play(Trick.none());
    }
    try (Lake lake = Lake.openExisting(folder)) {
      assertThat(lake.tip(Namespace.XMR).orElseThrow().height()).isEqualTo(HALF_WAY);
    }
    index(folder, Indexing.everything());
    assertThat(RowDigest.of(folder)).isEqualTo(expected);
  }

  @Test
  void aNodeOfAnotherNetworkIsRefused() {
    index(folder, new Indexing(java.util.OptionalLong.of(HALF_WAY), Unreadable.STOP));
    node.play(Trick.nettype("stagenet"));
    try {
      Failure failure =
          catchThrowableOfType(Failure.class, () -> index(folder, Indexing.everything()));
      assertThat(failure)
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("fakechain")
          .hasMessageContaining("stagenet");
    } finally {
      node.play(Trick.none());
    }
  }

  @Test
  void aNodeThatHasPrunedItsBlocksGivesTheSameTables() {
    node.play(Trick.prunedNode());
    try {
      index(folder, Indexing.everything());
    } finally {
      node.play(Trick.none());
    }
    assertThat(RowDigest.of(folder)).isEqualTo(expected);
  }

  @Test
  void aBusyNodeIsWaitedFor() {
    node.play(Trick.status("BUSY").only("/get_blocks.bin").times(1));
    index(folder, Indexing.everything());
    assertThat(RowDigest.of(folder)).isEqualTo(expected);
  }
}
