package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.PoolFate;
import org.ringlight.lake.table.PoolTransactionRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.RegtestNode;
import org.ringlight.rpc.RegtestWallet;
import org.ringlight.rpc.zmq.Announcements;

/** What takes two nodes that talk to each other: announced payments, and branches that meet. */
@Tag("full")
@Timeout(400)
class TwoNodesFollowTest {

  @TempDir Path folder;
  private RegtestNode followed;
  private RegtestNode other;
  private NodeClient atFollowed;
  private NodeClient atOther;
  private DataFolder data;

  @BeforeEach
  void start() {
    followed = RegtestNode.start();
    other = RegtestNode.start();
    atFollowed = followed.client();
    atOther = other.client();
    other.mine(RegtestWallet.BLOCKS_TO_PAY);
    RegtestNode.join(other, followed);
    data = new DataFolder(folder.resolve("followed"));
  }

  @AfterEach
  void end() {
    atFollowed.close();
    atOther.close();
    followed.close();
    other.close();
  }

  @Test
  void aPaymentMadeElsewhereIsAnnouncedAndWrittenDown() {
    try (RegtestWallet wallet = RegtestWallet.on(other);
        Announcements announcements = Announcements.subscribe(followed.zmqPub());
        Follower follower = Follower.listening(followed.uri(), data, announcements)) {
      follower.awaitConnection(followed, atFollowed);
      TxHash payment = wallet.spend(wallet.spendable().get(0));
      follower.awaitFate(payment, PoolFate.PENDING);
      followed.mine(1);
      PoolTransactionRow mined = follower.awaitFate(payment, PoolFate.MINED);
      assertThat(mined.height()).isEqualTo(atFollowed.info().height() - 1);
      assertThat(follower.told()).isEmpty();
    }
  }

  @Test
  void whatTheWinningBranchContradictsStaysConflictedThoughTheNodeKeepsIt() throws Exception {
    followed.restart();
    other.restart();
    TxHash lost;
    try (Follower follower = Follower.polling(followed.uri(), data)) {
      PoolTransactionRow pending;
      try (RegtestWallet here = RegtestWallet.on(followed);
          RegtestWallet there = RegtestWallet.on(other)) {
        List<KeyImage> outputs = here.spendable();
        lost = here.spend(outputs.get(0));
        pending = follower.awaitFate(lost, PoolFate.PENDING);
        followed.mine(1);
        follower.awaitFate(lost, PoolFate.MINED);
        there.spend(outputs.get(0));
        other.mine(5);
      }
      RegtestNode.join(other, followed);

      PoolTransactionRow conflicted = follower.awaitFate(lost, PoolFate.CONFLICTED);
      assertThat(conflicted.firstSeen()).isEqualTo(pending.firstSeen());
      assertThat(conflicted.height()).isGreaterThanOrEqualTo(pending.height());
      followed.mine(2);
      follower.awaitHeight(atFollowed.info().height() - 1);
      assertThat(atFollowed.poolHashes()).contains(lost);
      Thread.sleep(2000);
      assertThat(data.stays(lost)).hasSize(1);
    }
    try (Follower again = Follower.polling(followed.uri(), data)) {
      followed.mine(1);
      again.awaitHeight(atFollowed.info().height() - 1);
      Thread.sleep(1000);
      assertThat(data.stays(lost)).hasSize(1);
    }
    DataFolder fresh = new DataFolder(folder.resolve("fresh"));
    fresh.index(followed.uri());
    assertThat(data.digest().withoutPool()).isEqualTo(fresh.digest().withoutPool());
  }
}
