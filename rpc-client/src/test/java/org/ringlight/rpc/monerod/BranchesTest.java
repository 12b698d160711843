package org.ringlight.rpc.monerod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.wire.DecodedBlock;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.rpc.AlternativeChain;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.KeyImageStatus;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.PoolTransaction;
import org.ringlight.rpc.RegtestNode;
import org.ringlight.rpc.RegtestWallet;

/** What a real node still gives of pool transactions and of blocks off its main chain. */
class BranchesTest {

  private static RegtestNode node;
  private static NodeClient client;
  private static RegtestWallet wallet;

  @BeforeAll
  static void start() {
    node = RegtestNode.start();
    client = node.client();
    node.mine(RegtestWallet.BLOCKS_TO_PAY);
    wallet = RegtestWallet.on(node);
  }

  @AfterEach
  void forget() {
    node.flushPool();
    node.restartForgetful();
    wallet.refresh();
  }

  @AfterAll
  static void stop() {
    if (wallet != null) {
      wallet.close();
    }
    if (node != null) {
      client.close();
      node.close();
    }
  }

  private static BlockHash top(int below) {
    return client.hashAt(client.info().height() - 1 - below).orElseThrow();
  }

  private static void assertWhole(byte[] blob, TxHash hash) {
    assertThat(TransactionHashes.of(DecodedTransaction.full(blob))).hasValue(hash);
  }

  private static FetchedTransaction fetched(TxHash hash) {
    List<FetchedTransaction> found = client.transactions(List.of(hash));
    assertThat(found).hasSize(1);
    assertWhole(found.get(0).blob(), hash);
    return found.get(0);
  }

  private static List<TxHash> listed(BlockHash block) {
    return DecodedBlock.of(client.blockBlob(block).orElseThrow()).block().transactionHashes();
  }

  @Test
  void aWalletsTransactionWaitsInThePoolForOwnersAndStrangers() {
    KeyImage spent = wallet.spendable().get(0);
    TxHash hash = wallet.spend(spent);

    try (NodeClient stranger = node.client(NodeOptions.of(node.restrictedUri()))) {
      for (NodeClient asking : List.of(client, stranger)) {
        assertThat(asking.poolHashes()).containsExactly(hash);
        List<PoolTransaction> pool = asking.pool();
        assertThat(pool).hasSize(1);
        assertThat(pool.get(0).hash()).isEqualTo(hash);
        assertWhole(pool.get(0).blob(), hash);
        assertThat(pool.get(0).fee()).isPositive();
        assertThat(asking.transactions(List.of(hash)))
            .singleElement()
            .satisfies(found -> assertThat(found.height()).isEmpty())
            .satisfies(found -> assertWhole(found.blob(), hash));
        assertThat(asking.keyImagesSpent(List.of(spent)))
            .containsExactly(KeyImageStatus.SPENT_IN_POOL);
      }
      assertThat(client.pool().get(0).receivedAt()).isPositive();
      assertThat(stranger.pool().get(0).receivedAt()).isZero();
    }

    node.mine(1);

    assertThat(client.poolHashes()).isEmpty();
    assertThat(fetched(hash).height()).hasValue(client.info().height() - 1);
    assertThat(client.keyImagesSpent(List.of(spent)))
        .containsExactly(KeyImageStatus.SPENT_IN_CHAIN);
  }

  @Test
  void anOrphanedBlockKeepsItsBytesAndItsTransactionsGoBackToThePool() {
    TxHash hash = wallet.spend(wallet.spendable().get(0));
    node.mine(1);
    BlockHash orphaned = top(0);
    String parent = top(1).toString();
    assertThat(listed(orphaned)).containsExactly(hash);
    node.mineOn(parent, 1);
    BlockHash beside = client.alternativeChains().get(0).hashes().get(0);
    node.mineOn(beside.toString(), 1);

    assertThat(top(1)).isEqualTo(beside);
    assertThat(client.alternativeChains())
        .singleElement()
        .extracting(AlternativeChain::hashes)
        .isEqualTo(List.of(orphaned));
    assertThat(listed(orphaned)).containsExactly(hash);
    assertThat(client.poolHashes()).containsExactly(hash);
    assertThat(fetched(hash).height()).isEmpty();

    node.restart();

    assertThat(listed(orphaned)).containsExactly(hash);
    assertThat(client.poolHashes()).containsExactly(hash);

    node.restartForgetful();

    assertThat(client.alternativeChains()).isEmpty();
    assertThat(client.blockBlob(orphaned)).isEmpty();
    assertThat(client.poolHashes()).containsExactly(hash);
    assertThat(fetched(hash).height()).isEmpty();

    node.flushPool();

    assertThat(client.poolHashes()).isEmpty();
    assertThat(client.transactions(List.of(hash))).isEmpty();
  }

  @Test
  void aBlockThatNeverWasMainHasItsTransactionsInPoolOrChain() {
    TxHash hash = wallet.spend(wallet.spendable().get(0));
    node.mineOn(top(3).toString(), 1);

    AlternativeChain branch = client.alternativeChains().get(0);
    assertThat(branch.height()).isEqualTo(client.info().height() - 3);
    assertThat(branch.parent()).isEqualTo(top(3));
    assertThat(listed(branch.hashes().get(0))).containsExactly(hash);
    assertThat(client.poolHashes()).isEqualTo(Set.of(hash));
    assertThat(fetched(hash).height()).isEmpty();

    node.mine(1);

    assertThat(listed(branch.hashes().get(0))).containsExactly(hash);
    assertThat(client.poolHashes()).isEmpty();
    assertThat(fetched(hash).height()).hasValue(client.info().height() - 1);
  }
}
