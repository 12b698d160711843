package org.ringlight.rpc.monerod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.AlternativeChain;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.HeaderFacts;
import org.ringlight.rpc.KeyImageStatus;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeInfo;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.RegtestNode;

/** Every call against a real monerod. */
class RegtestNodeTest {

  private static final String GENESIS =
      "418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3";

  private static RegtestNode node;
  private static NodeClient client;
  private static ChainPage genesisAlone;

  @BeforeAll
  static void mineWithABranch() {
    node = RegtestNode.start();
    client = node.client();
    genesisAlone = client.page(0, PageForm.FULL);
    node.mine(10);
    String parent = client.hashAt(7).orElseThrow().toString();
    node.mineOn(parent, 1); // at height 8; the tip is at 10
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      client.close();
      node.close();
    }
  }

  @Test
  void givesTheGenesisOfAChainOfNothingElse() {
    assertThat(genesisAlone.blocks()).hasSize(1);
    assertThat(genesisAlone.chainHeight()).isEqualTo(1);
  }

  @Test
  void saysWhatItIs() {
    NodeInfo info = client.info();

    assertThat(info.nettype()).isEqualTo("fakechain");
    assertThat(info.height()).isEqualTo(11);
    assertThat(info.topHash()).isEqualTo(client.hashAt(10).orElseThrow());
    assertThat(info.restricted()).isFalse();
    assertThat(info.synchronizedUp()).isTrue();
    assertThat(info.databaseBytes()).isPositive();
    assertThat(info.freeBytes()).isPresent();
    assertThat(info.version()).startsWith("0.18.");
  }

  @Test
  void pagesFromAnyHeightInBothForms() {
    for (PageForm form : PageForm.values()) {
      for (long start : new long[] {0, 1, 5, 10}) {
        ChainPage page = client.page(start, form);

        assertThat(page.startHeight()).isEqualTo(start);
        assertThat(page.chainHeight()).isEqualTo(11);
        assertThat(page.blocks()).hasSize((int) (11 - start));
        assertThat(page.blocks().get(0).outputIndices()).hasSize(1);
      }
    }
    assertThat(client.page(10, PageForm.FULL).blocks().get(0).outputIndices().get(0))
        .containsExactly(9); // the genesis has a version 1 coinbase, of another amount
  }

  @Test
  void givesNoBlocksBeyondTheTip() {
    assertThat(client.page(11, PageForm.FULL).blocks()).isEmpty();
    assertThat(client.page(4_000_000, PageForm.PRUNED))
        .isEqualTo(new ChainPage(4_000_000, 11, List.of()));
    assertThat(client.hashAt(11)).isEmpty();
    assertThat(client.hashAt(1L << 40)).isEmpty();
  }

  @Test
  void headersFollowOneAnotherAndNameTheBlocksOfThePages() {
    List<HeaderFacts> headers = client.headers(0, 10);

    assertThat(headers).hasSize(11);
    assertThat(headers.get(0).hash()).isEqualTo(BlockHash.parse(GENESIS));
    for (int i = 1; i <= 10; i++) {
      assertThat(headers.get(i).height()).isEqualTo(i);
      assertThat(headers.get(i).previous()).isEqualTo(headers.get(i - 1).hash());
      assertThat(headers.get(i).hash()).isEqualTo(client.hashAt(i).orElseThrow());
      assertThat(headers.get(i).difficulty()).isEqualTo(1);
      assertThat(headers.get(i).reward()).isPositive();
      assertThat(headers.get(i).orphan()).isFalse();
    }
  }

  @Test
  void givesTheBytesOfEveryBlockByItsHash() {
    ChainPage page = client.page(0, PageForm.FULL);
    for (int height = 0; height <= 10; height++) {
      assertThat(client.blockBlob(client.hashAt(height).orElseThrow()).orElseThrow())
          .isEqualTo(page.blocks().get(height).blob());
    }
    assertThat(client.blockBlob(BlockHash.of(new byte[32]))).isEmpty();
  }

  @Test
  void listsTheBranchAndGivesItsBlock() {
    List<AlternativeChain> chains = client.alternativeChains();

    assertThat(chains).hasSize(1);
    assertThat(chains.get(0).height()).isEqualTo(8);
    assertThat(chains.get(0).parent()).isEqualTo(client.hashAt(7).orElseThrow());
    assertThat(chains.get(0).hashes()).hasSize(1);
    assertThat(client.blockBlob(chains.get(0).hashes().get(0))).isPresent();
  }

  @Test
  void fetchesTransactionsInTheOrderAskedAndLeavesOutTheUnknown() {
    List<TxHash> asked =
        new ArrayList<>(client.headers(0, 10).stream().map(HeaderFacts::minerTransaction).toList());
    asked.add(4, TxHash.of(new byte[32]));

    List<FetchedTransaction> whole = client.transactions(asked);
    List<FetchedTransaction> pruned = client.prunedTransactions(asked);

    asked.remove(4);
    assertThat(whole).extracting(FetchedTransaction::asked).containsExactlyElementsOf(asked);
    assertThat(pruned).extracting(FetchedTransaction::asked).containsExactlyElementsOf(asked);
    for (int height = 0; height <= 10; height++) {
      byte[] block = client.blockBlob(client.hashAt(height).orElseThrow()).orElseThrow();
      assertThat(indexOf(block, whole.get(height).blob())).isPositive();
      assertThat(whole.get(height).height()).hasValue(height);
    }
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int i = 0; i + part.length <= all.length; i++) {
      if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void tellsFeesForkPoolAndKeyImages() {
    assertThat(client.fees().feePerByte()).isPositive();
    assertThat(client.fees().tiers()).hasSize(4);
    assertThat(client.fees().quantization()).isEqualTo(10_000);
    assertThat(client.hardFork().version()).isEqualTo(16);
    assertThat(client.hardFork().enabled()).isTrue();
    assertThat(client.pool()).isEmpty();
    assertThat(client.keyImagesSpent(List.of())).isEmpty();
    assertThat(client.keyImagesSpent(List.of(KeyImage.of(new byte[32]))))
        .containsExactly(KeyImageStatus.UNSPENT);
  }

  @Test
  void aRestrictedPortGivesWhatIndexingNeedsAndRefusesBranchesWithAWayOut() {
    List<TxHash> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.addAll(client.headers(0, 10).stream().map(HeaderFacts::minerTransaction).toList());
    }
    try (NodeClient stranger = node.client(NodeOptions.of(node.restrictedUri()))) {
      assertThat(stranger.info().restricted()).isTrue();
      assertThat(stranger.info().version()).isEmpty();
      assertThat(stranger.page(0, PageForm.FULL).blocks()).hasSize(11);
      assertThat(stranger.headers(0, 10)).hasSize(11);
      assertThat(many).hasSize(440);
      assertThat(stranger.transactions(many)).hasSize(440);
      assertThat(stranger.hardFork().version()).isEqualTo(16);
      assertThatThrownBy(stranger::alternativeChains)
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessage(
              "the node offers no get_alternate_chains ["
                  + node.restrictedUri()
                  + "/json_rpc, get_alternate_chains]; use the node's unrestricted RPC port");
    }
  }
}
