package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.indexer.pipeline.FollowListener;
import org.ringlight.indexer.pipeline.Following;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.lake.table.PoolFate;
import org.ringlight.lake.table.PoolRingRow;
import org.ringlight.lake.table.PoolTransactionRow;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.PoolTransaction;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Trick;

/** A node in trouble while it is followed; its chain stands still, with one payment in the pool. */
@Timeout(180)
class FollowTest {

  @TempDir Path folder;
  private HostileNode node;
  private DataFolder data;
  private PoolTransaction payment;

  @BeforeEach
  void start() {
    node = HostileNode.playing(HostileNode.smallChain(), 50);
    data = new DataFolder(folder);
    try (NodeClient client = DataFolder.impatient(node.uri())) {
      payment = client.pool().get(0);
    }
    node.play(giving(payment.blob()));
  }

  @AfterEach
  void end() {
    node.close();
  }

  /** The recorded node, which keeps the pool's bytes elsewhere, gives these when asked for them. */
  private Trick giving(byte[] blob) {
    String answer =
        """
        {"status": "OK", "txs": [{"tx_hash": "%s", "in_pool": true, "pruned_as_hex": "%s",
          "prunable_as_hex": "", "prunable_hash": "%s"}]}\
        """
            .formatted(payment.hash(), HexFormat.of().formatHex(blob), "0".repeat(64));
    return Trick.body(answer.getBytes(StandardCharsets.UTF_8)).only("/get_transactions");
  }

  /** What it says of its pool replaced. */
  private Trick poolReplacing(String text, String other) {
    return Tricks.both(
        giving(payment.blob()), Trick.replacing(text, other).only("/get_transaction_pool_hashes"));
  }

  @Test
  void whatWaitsInThePoolIsInTheTablesWithItsRings() {
    long before = System.currentTimeMillis() / 1000;
    try (Follower follower = Follower.polling(node.uri(), data)) {
      PoolTransactionRow row = follower.awaitFate(payment.hash(), PoolFate.PENDING);
      assertThat(row.height()).isEqualTo(124);
      assertThat(row.fee()).isEqualTo(payment.fee());
      assertThat(row.weight()).isEqualTo(payment.weight());
      assertThat(row.firstSeen()).isBetween(before, System.currentTimeMillis() / 1000);
      assertThat(data.rows(PoolRingRow.TABLE))
          .hasSize(row.inputCount())
          .allSatisfy(
              ring -> {
                assertThat(ring.height()).isEqualTo(124);
                assertThat(ring.txHash()).isEqualTo(payment.hash());
                assertThat(ring.members()).hasSize(16).isSorted();
              });
    }
    DataFolder fresh = new DataFolder(folder.resolve("fresh"));
    fresh.index(node.uri());
    assertThat(data.digest().withoutPool()).isEqualTo(fresh.digest().withoutPool());
    assertThat(data.check().problems()).isEmpty();
  }

  @Test
  void whenItWasFirstSeenSurvivesARestart() throws Exception {
    try (Follower follower = Follower.polling(node.uri(), data)) {
      follower.awaitFate(payment.hash(), PoolFate.PENDING);
    }
    long firstSeen = data.stays(payment.hash()).get(0).firstSeen();
    Thread.sleep(1100);
    data.index(node.uri());
    node.play(poolReplacing(payment.hash().toString(), ""));
    try (Follower follower = Follower.polling(node.uri(), data)) {
      follower.await("refusal", () -> !follower.told().isEmpty());
      assertThat(follower.told().get(0)).startsWith("refused: ");
      assertThat(data.stays(payment.hash()))
          .singleElement()
          .satisfies(row -> assertThat(row.fate()).isEqualTo(PoolFate.PENDING));
      node.play(poolReplacing("\"" + payment.hash() + "\"", ""));
      PoolTransactionRow gone = follower.awaitFate(payment.hash(), PoolFate.GONE);
      assertThat(gone.height()).isEqualTo(123);
      assertThat(gone.firstSeen()).isEqualTo(firstSeen);
      node.play(giving(payment.blob()));
      PoolTransactionRow again = follower.awaitFate(payment.hash(), PoolFate.PENDING);
      assertThat(again.firstSeen()).isGreaterThan(firstSeen);
      assertThat(data.stays(payment.hash())).hasSize(2);
    }
  }

  @Test
  void whatDoesNotHashToItsNameIsLeftOutAndSaid() {
    byte[] blob = payment.blob().clone();
    blob[blob.length - 1] ^= 1;
    node.play(giving(blob));
    try (Follower follower = Follower.polling(node.uri(), data)) {
      follower.await("word of it", () -> !follower.told().isEmpty());
      follower.awaitHeight(123);
      assertThat(follower.told())
          .singleElement()
          .asString()
          .startsWith("unreadable: ")
          .contains("tx " + payment.hash() + " in the pool");
    }
    assertThat(data.rows(PoolTransactionRow.TABLE)).isEmpty();
  }

  @Test
  void aNodeThatGoesAwayIsAwaitedAndMustComeBackTheSame() throws Exception {
    try (Follower follower = Follower.polling(node.uri(), data)) {
      follower.awaitHeight(123);
      node.play(Trick.http(503));
      follower.await("away", () -> follower.told().contains("away"));
      node.play(Trick.none());
      follower.await("back", () -> follower.told().contains("back"));
      node.play(Trick.http(503));
      follower.await("away", () -> follower.told().lastIndexOf("away") > 1);
      node.play(Trick.nettype("stagenet"));
      assertThat(follower.failure())
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("stagenet");
    }
    data.assertWholeUpTo(123);
  }

  @Test
  void aNodeThatIsAwayDoesNotHoldUpTheStop() {
    try (Follower follower = Follower.polling(node.uri(), data)) {
      follower.awaitHeight(123);
      node.play(Trick.slow(Duration.ofMillis(1400)));
      long start = System.nanoTime();
      assertThat(follower.stop().tipHeight()).isEqualTo(123);
      assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
    data.assertWholeUpTo(123);
  }

  @Test
  void followingHasNoEnd() {
    try (NodeClient client = DataFolder.impatient(node.uri());
        Indexer indexer = new Indexer(client, folder)) {
      assertThatThrownBy(
              () ->
                  indexer.follow(
                      new Indexing(OptionalLong.of(5), Unreadable.STOP),
                      Following.of(Following.POLL, Optional.empty()),
                      FollowListener.SILENT))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
