package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.PoolFate;
import org.ringlight.lake.table.PoolRingRow;
import org.ringlight.lake.table.PoolTransactionRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.RegtestNode;
import org.ringlight.rpc.RegtestWallet;
import org.ringlight.rpc.zmq.Announcements;

/** A real node with a real wallet's payments, followed. The tests are its life, in order. */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegtestFollowTest {

  @TempDir static Path folder;
  private static RegtestNode node;
  private static RegtestWallet wallet;
  private static NodeClient client;
  private static DataFolder data;

  @TempDir Path own;

  @BeforeAll
  static void start() {
    node = RegtestNode.start();
    client = node.client();
    node.mine(RegtestWallet.BLOCKS_TO_PAY);
    wallet = RegtestWallet.on(node);
    data = new DataFolder(folder.resolve("followed"));
  }

  @AfterAll
  static void end() {
    if (wallet != null) {
      wallet.close();
    }
    if (node != null) {
      client.close();
      node.close();
    }
  }

  @BeforeEach
  void refresh() {
    wallet.refresh();
  }

  private static long tip() {
    return client.info().height() - 1;
  }

  private void assertLikeAFreshIndex() {
    DataFolder fresh = new DataFolder(own.resolve("fresh"));
    fresh.index(node.uri());
    assertThat(data.digest().withoutPool()).isEqualTo(fresh.digest().withoutPool());
    assertThat(data.check().problems()).isEmpty();
  }

  @Test
  @Order(1)
  void byPollingAPaymentIsSeenPendingAndThenMined() {
    try (Follower follower = Follower.polling(node.uri(), data)) {
      follower.awaitHeight(tip());
      KeyImage spent = wallet.spendable().get(0);
      TxHash payment = wallet.spend(spent);

      PoolTransactionRow pending = follower.awaitFate(payment, PoolFate.PENDING);
      assertThat(pending.height()).isEqualTo(tip() + 1);
      assertThat(data.rows(PoolRingRow.TABLE))
          .singleElement()
          .satisfies(ring -> assertThat(ring.keyImage()).isEqualTo(spent));

      node.mine(1);
      PoolTransactionRow mined = follower.awaitFate(payment, PoolFate.MINED);
      assertThat(mined.height()).isEqualTo(tip());
      assertThat(mined.firstSeen()).isEqualTo(pending.firstSeen());
      assertThat(data.stays(payment)).hasSize(1);
      assertThat(data.rows(PoolRingRow.TABLE).get(0).height()).isEqualTo(tip());
      int before = follower.steps().size();
      node.mine(3);
      follower.awaitHeight(tip());
      follower.await("word of three blocks", () -> follower.steps().size() == before + 3);
      assertThat(follower.steps().subList(before, before + 3))
          .allSatisfy(step -> assertThat(step.blocks()).isEqualTo(1));
    }
    assertLikeAFreshIndex();
  }

  @Test
  @Order(2)
  void byAnnouncementsABlockIsStoredLongBeforeItWouldBeAskedFor() {
    try (Announcements announcements = Announcements.subscribe(node.zmqPub());
        Follower follower = Follower.listening(node.uri(), data, announcements)) {
      follower.awaitConnection(node, client);
      long start = System.nanoTime();
      for (int i = 0; i < 5; i++) {
        node.mine(1);
        follower.awaitHeight(tip());
      }
      System.out.printf(
          "follow: 5 blocks announced and stored, %d ms each%n",
          (System.nanoTime() - start) / 5_000_000);
      assertThat(follower.told()).isEmpty();
    }
    assertLikeAFreshIndex();
  }

  @Test
  @Order(3)
  void aNodeThatIsStartedAgainIsFollowedOn() {
    try (Follower follower = Follower.polling(node.uri(), data)) {
      follower.awaitHeight(tip());
      TxHash payment = wallet.spend(wallet.spendable().get(0));
      PoolTransactionRow pending = follower.awaitFate(payment, PoolFate.PENDING);
      node.kill();
      follower.await("away", () -> follower.told().contains("away"));
      node.restart();
      follower.await("back", () -> follower.told().contains("back"));
      node.mine(2);
      follower.awaitHeight(tip());
      assertThat(data.stays(payment).get(0).firstSeen()).isEqualTo(pending.firstSeen());
    }
    assertLikeAFreshIndex();
  }

  @Test
  @Order(4)
  void aReorganisationMakesAPaymentWaitAgain() {
    try (Follower follower = Follower.polling(node.uri(), data)) {
      follower.awaitHeight(tip());
      TxHash payment = wallet.spend(wallet.spendable().get(0));
      PoolTransactionRow pending = follower.awaitFate(payment, PoolFate.PENDING);
      node.mine(1);
      follower.awaitFate(payment, PoolFate.MINED);
      long height = tip();

      node.mineOn(client.hashAt(height - 1).orElseThrow().toString(), 2);
      follower.awaitHeight(height + 1);
      follower.await(
          "word of the reorganisation",
          () -> follower.steps().stream().anyMatch(step -> step.takenBack() == 1));
      PoolTransactionRow again = data.stays(payment).get(0);
      assertThat(again.fate()).isIn(PoolFate.PENDING, PoolFate.MINED);
      assertThat(again.firstSeen()).isEqualTo(pending.firstSeen());

      node.mine(1);
      follower.awaitHeight(tip());
      PoolTransactionRow mined = follower.awaitFate(payment, PoolFate.MINED);
      assertThat(mined.firstSeen()).isEqualTo(pending.firstSeen());
      assertThat(data.stays(payment)).hasSize(1);
    }
    assertLikeAFreshIndex();
  }

  @Test
  @Order(5)
  void aDoubleSpendAcrossAReorganisationEndsConflicted() throws Exception {
    TxHash first;
    PoolTransactionRow pending;
    KeyImage spent;
    TxHash second;
    try (RegtestWallet twin = RegtestWallet.on(node)) {
      try (Follower follower = Follower.polling(node.uri(), data)) {
        follower.awaitHeight(tip());
        spent = wallet.spendable().get(0);
        first = wallet.spend(spent);
        pending = follower.awaitFate(first, PoolFate.PENDING);
        node.mine(1);
        follower.awaitFate(first, PoolFate.MINED);
      }
      pop(1);
      node.flushPool();
      second = twin.spend(spent);
      node.mine(3);
    }
    try (Follower follower = Follower.polling(node.uri(), data)) {
      follower.awaitHeight(tip());
      PoolTransactionRow conflicted = follower.awaitFate(first, PoolFate.CONFLICTED);
      assertThat(conflicted.firstSeen()).isEqualTo(pending.firstSeen());
      assertThat(data.stays(first)).hasSize(1);
      assertThat(data.stays(second)).isEmpty(); // mined before anybody looked
      assertThat(data.rows(PoolRingRow.TABLE))
          .filteredOn(ring -> ring.txHash().equals(first))
          .singleElement()
          .satisfies(
              ring -> {
                assertThat(ring.keyImage()).isEqualTo(spent);
                assertThat(ring.height()).isEqualTo(conflicted.height());
              });
    }
    assertLikeAFreshIndex();
  }

  private static void pop(int blocks) throws Exception {
    URI uri = node.uri().resolve("/pop_blocks");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(uri)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"nblocks\":" + blocks + "}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).contains("\"OK\"");
  }

  @Test
  @Order(6)
  void aFollowerThatIsKilledGoesOn() throws Exception {
    node.mine(1);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChildFollow.class.getName(),
            node.uri().toString(),
            data.path().toString());
    wallet.refresh();
    TxHash payment = wallet.spend(wallet.spendable().get(0));
    long firstSeen = -1;
    for (int kill = 0; kill < 3; kill++) {
      Process child =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(own.resolve("child " + kill).toFile())
              .start();
      try {
        long until = System.nanoTime() + 90_000_000_000L;
        while (data.stays(payment).isEmpty() || data.height() < tip()) {
          assertThat(System.nanoTime()).isLessThan(until);
          assertThat(child.isAlive()).isTrue();
          Thread.sleep(50);
        }
        if (kill > 0) {
          node.mine(2); // with the payment; the child is in the midst of it
          Thread.sleep(100L * kill);
        }
      } finally {
        child.destroyForcibly().waitFor();
      }
      long seen = data.stays(payment).get(0).firstSeen();
      firstSeen = firstSeen < 0 ? seen : firstSeen;
      assertThat(seen).isEqualTo(firstSeen);
      assertThat(data.check().problems()).isEmpty();
    }
    try (Follower follower = Follower.polling(node.uri(), data)) {
      follower.awaitHeight(tip());
      PoolTransactionRow mined = follower.awaitFate(payment, PoolFate.MINED);
      assertThat(mined.firstSeen()).isEqualTo(firstSeen);
      assertThat(data.stays(payment)).hasSize(1);
    }
    data.assertWholeUpTo(tip());
    assertLikeAFreshIndex();
  }
}
