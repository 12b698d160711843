package org.ringlight.rpc.monerod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.RegtestNode;
import org.ringlight.rpc.RegtestWallet;

/**
 * Transactions that the winning branch contradicts, on both sides of a real reorganisation: two
 * nodes mine apart, each with another spend of the same outputs, and then hear each other.
 */
@Tag("full")
class DoubleSpendTest {

  @Test
  void whatAnOrphanedBlockSpentTwiceIsKeptByBothNodesAcrossRestarts() {
    try (RegtestNode loser = RegtestNode.start();
        RegtestNode winner = RegtestNode.start();
        NodeClient atLoser = loser.client();
        NodeClient atWinner = winner.client()) {
      loser.mine(RegtestWallet.BLOCKS_TO_PAY);
      RegtestNode.join(loser, winner);
      part(loser, winner);
      TxHash mined;
      TxHash beside;
      BlockHash orphaned;
      BlockHash neverMain;
      try (RegtestWallet one = RegtestWallet.on(loser);
          RegtestWallet other = RegtestWallet.on(winner)) {
        List<KeyImage> outputs = one.spendable();
        mined = one.spend(outputs.get(0));
        loser.mine(1);
        orphaned = atLoser.info().topHash();
        beside = one.spend(outputs.get(1));
        loser.mineOn(atLoser.hashAt(atLoser.info().height() - 3).orElseThrow().toString(), 1);
        neverMain = atLoser.alternativeChains().get(0).hashes().get(0);
        other.spend(outputs.get(0));
        other.spend(outputs.get(1));
        winner.mine(5);
      }
      RegtestNode.join(winner, loser);

      for (NodeClient side : List.of(atLoser, atWinner)) {
        assertThat(side.blockBlob(orphaned)).isPresent();
        assertWaits(side, mined);
      }
      assertThat(atLoser.blockBlob(neverMain)).isPresent();
      assertWaits(atLoser, beside);
      assertThat(atWinner.blockBlob(neverMain)).isEmpty();

      part(loser, winner);
      loser.mine(2);

      for (NodeClient side : List.of(atLoser, atWinner)) {
        assertThat(side.blockBlob(orphaned)).isPresent();
        assertWaits(side, mined);
      }
      assertThat(atLoser.blockBlob(neverMain)).isPresent();
      assertThat(atLoser.transactions(List.of(beside))).isEmpty();
    }
  }

  private static void assertWaits(NodeClient client, TxHash hash) {
    assertThat(client.poolHashes()).contains(hash);
    List<FetchedTransaction> found = client.transactions(List.of(hash));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).height()).isEmpty();
    assertThat(TransactionHashes.of(DecodedTransaction.full(found.get(0).blob()))).hasValue(hash);
  }

  private static void part(RegtestNode one, RegtestNode other) {
    one.restart();
    other.restart();
  }
}
