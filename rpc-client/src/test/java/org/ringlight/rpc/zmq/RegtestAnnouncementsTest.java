package org.ringlight.rpc.zmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.RegtestNode;
import org.ringlight.rpc.RegtestWallet;

/** What real nodes publish. */
class RegtestAnnouncementsTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  /** Mines until the node has noticed that somebody listens. */
  private static void awaitConnection(RegtestNode node, Announcements announcements) {
    for (int i = 0; i < 60; i++) {
      node.mine(1);
      if (announcements.next(Duration.ofMillis(500)).isPresent()) {
        boolean more = true; // on its way already
        while (more) {
          more = announcements.next(Duration.ofMillis(500)).isPresent();
        }
        return;
      }
    }
    throw new AssertionError("nothing was announced");
  }

  private static Announcement.ChainGrew chainGrew(Announcements announcements) {
    Announcement next = announcements.next(SOON).orElseThrow();
    assertThat(next).isInstanceOf(Announcement.ChainGrew.class);
    return (Announcement.ChainGrew) next;
  }

  @Test
  void blocksAreAnnouncedAsTheyJoinAndThoseOfABranchWhenItTakesOver() {
    try (RegtestNode node = RegtestNode.start();
        NodeClient client = node.client();
        Announcements announcements = Announcements.subscribe(node.zmqPub())) {
      awaitConnection(node, announcements);

      node.mine(2);

      for (int below = 1; below >= 0; below--) {
        long height = client.info().height() - 1 - below;
        assertThat(chainGrew(announcements))
            .isEqualTo(
                new Announcement.ChainGrew(
                    height,
                    client.hashAt(height - 1).orElseThrow(),
                    List.of(client.hashAt(height).orElseThrow())));
      }

      long split = client.info().height() - 2;
      node.mineOn(client.hashAt(split - 1).orElseThrow().toString(), 2);
      node.mineOn(client.alternativeChains().get(0).hashes().get(0).toString(), 1);

      for (long height = split; height <= split + 2; height++) {
        assertThat(chainGrew(announcements))
            .isEqualTo(
                new Announcement.ChainGrew(
                    height,
                    client.hashAt(height - 1).orElseThrow(),
                    List.of(client.hashAt(height).orElseThrow())));
      }
      assertThat(announcements.malformed()).isZero();
      assertThat(announcements.dropped()).isZero();
    }
  }

  @Test
  void aNodeThatDiesAndComesBackIsHeardAgain() {
    try (RegtestNode node = RegtestNode.start();
        NodeClient client = node.client();
        Announcements announcements = Announcements.subscribe(node.zmqPub())) {
      awaitConnection(node, announcements);

      node.restart();
      assertThat(announcements.next(Duration.ofMillis(300))).isEmpty();

      awaitConnection(node, announcements);
      node.mine(1);
      assertThat(chainGrew(announcements).ids()).containsExactly(client.info().topHash());
    }
  }

  @Test
  @Tag("full") // nodes take a minute or two to meet
  void aPaymentThatReachesAConnectedNodeIsAnnouncedThereWithItsHash() {
    try (RegtestNode payers = RegtestNode.start();
        RegtestNode other = RegtestNode.start()) {
      payers.client().close();
      payers.mine(RegtestWallet.BLOCKS_TO_PAY);
      RegtestNode.join(payers, other);
      try (NodeClient client = other.client();
          NodeClient mining = payers.client();
          Announcements announcements = Announcements.subscribe(other.zmqPub());
          RegtestWallet wallet = RegtestWallet.on(payers)) {
        awaitConnection(payers, announcements);
        assertThat(client.info().topHash()).isEqualTo(mining.info().topHash());

        TxHash hash = wallet.spend(wallet.spendable().get(0));

        Optional<Announcement> grew = announcements.next(Duration.ofSeconds(60));
        assertThat(grew).containsInstanceOf(Announcement.PoolGrew.class);
        List<Announcement.PoolEntry> entries =
            ((Announcement.PoolGrew) grew.orElseThrow()).transactions();
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).hash()).isEqualTo(hash);
        assertThat(client.pool())
            .singleElement()
            .satisfies(
                waiting -> {
                  assertThat(waiting.hash()).isEqualTo(hash);
                  assertThat(waiting.fee()).isEqualTo(entries.get(0).fee());
                  assertThat(waiting.weight()).isEqualTo(entries.get(0).weight());
                  assertThat((long) waiting.blob().length).isEqualTo(entries.get(0).blobBytes());
                });
      }
    }
  }
}
