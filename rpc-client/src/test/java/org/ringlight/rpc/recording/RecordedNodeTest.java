package org.ringlight.rpc.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.rpc.AlternativeChain;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.FetchedOutput;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.HeaderFacts;
import org.ringlight.rpc.KeyImageStatus;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.PoolTransaction;
import org.ringlight.rpc.RegtestNode;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.UnverifiedTransaction;
import org.ringlight.rpc.http.JsonCalls;
import org.ringlight.rpc.http.Transport;
import org.ringlight.rpc.monerojava.MiningRpc;

/** A recording answers as the node it was taken from. */
class RecordedNodeTest {

  @TempDir Path folder;

  private static List<UnverifiedBlock> chain(NodeClient client, PageForm form) {
    List<UnverifiedBlock> blocks = new ArrayList<>();
    ChainPage page = client.page(0, form);
    while (!page.blocks().isEmpty()) {
      blocks.addAll(page.blocks());
      page = client.page(blocks.size(), form);
    }
    return blocks;
  }

  private static List<TxHash> transactions(List<UnverifiedBlock> blocks) {
    return blocks.stream()
        .flatMap(
            block ->
                BlockParts.listedTransactions(block.blob(), block.transactions().size()).stream())
        .toList();
  }

  @Test
  void bothFormsOfAPageTellTheSame() {
    try (RecordedNode node = RecordedNode.serve(HostileNode.smallChain(), 7);
        NodeClient client = Nodes.connect(List.of(NodeOptions.of(node.uri())))) {
      List<UnverifiedBlock> whole = chain(client, PageForm.FULL);
      List<UnverifiedBlock> pruned = chain(client, PageForm.PRUNED);
      int count = 0;
      assertThat(whole).hasSameSizeAs(pruned).hasSize((int) client.info().height());
      for (int i = 0; i < whole.size(); i++) {
        assertThat(whole.get(i).blob()).isEqualTo(pruned.get(i).blob());
        assertThat(whole.get(i).outputIndices().toArray(long[][]::new))
            .isDeepEqualTo(pruned.get(i).outputIndices().toArray(long[][]::new));
        for (int k = 0; k < whole.get(i).transactions().size(); k++) {
          byte[] all = whole.get(i).transactions().get(k).blob();
          UnverifiedTransaction part = pruned.get(i).transactions().get(k);
          assertThat(Arrays.copyOf(all, part.blob().length)).isEqualTo(part.blob());
          assertThat(part.prunableHash()).isNotNull();
          count++;
        }
      }
      assertThat(count).isGreaterThan(5);
    }
  }

  @Test
  void answersEveryOtherCall() {
    try (RecordedNode node = RecordedNode.serve(HostileNode.smallChain());
        NodeClient client = Nodes.connect(List.of(NodeOptions.of(node.uri())))) {
      long height = client.info().height();
      List<HeaderFacts> headers = client.headers(0, height - 1);
      List<UnverifiedBlock> blocks = chain(client, PageForm.FULL);
      List<TxHash> hashes = transactions(blocks);

      assertThat(headers.get(0).hash()).isEqualTo(client.hashAt(0).orElseThrow());
      assertThat(client.hashAt(height)).isEmpty();
      assertThat(client.blockBlob(headers.get(3).hash()).orElseThrow())
          .isEqualTo(blocks.get(3).blob());
      assertThat(client.transactions(hashes))
          .extracting(FetchedTransaction::asked)
          .containsExactlyElementsOf(hashes);
      assertThat(client.prunedTransactions(hashes))
          .allMatch(transaction -> transaction.prunableHash() != null);
      assertThat(client.transactions(List.of(headers.get(2).minerTransaction()))).hasSize(1);
      assertThat(client.fees().feePerByte()).isPositive();
      assertThat(client.hardFork().version()).isEqualTo(16);
      byte[] first = client.transactions(hashes.subList(0, 1)).get(0).blob();
      assertThat(client.keyImagesSpent(KeyImages.in(first)))
          .isNotEmpty()
          .containsOnly(KeyImageStatus.SPENT_IN_CHAIN);
      assertThat(client.keyImagesSpent(List.of(KeyImage.of(new byte[32]))))
          .containsExactly(KeyImageStatus.UNSPENT);
    }
  }

  @Test
  void keepsTheOrphanedBranchWholeAndThePool() {
    try (RecordedNode node = RecordedNode.serve(HostileNode.smallChain());
        NodeClient client = Nodes.connect(List.of(NodeOptions.of(node.uri())))) {
      List<AlternativeChain> chains = client.alternativeChains();
      assertThat(chains).isNotEmpty();
      assertThat(chains.get(0).hashes()).hasSize(2);
      for (var hash : chains.get(0).hashes()) {
        assertThat(client.blockBlob(hash)).isPresent();
      }
      List<PoolTransaction> pool = client.pool();
      assertThat(pool).hasSize(1);
      assertThat(pool.get(0).fee()).isPositive();
      assertThat(pool.get(0).blob()).isNotEmpty();
      assertThat(client.poolHashes()).containsExactly(pool.get(0).hash());
    }
  }

  @Test
  void outputsAreThoseOfTheTransactionsThatMadeThem() {
    try (RecordedNode node = RecordedNode.serve(HostileNode.smallChain());
        NodeClient client = Nodes.connect(List.of(NodeOptions.of(node.uri())))) {
      int count = 0;
      for (UnverifiedBlock block : chain(client, PageForm.FULL)) {
        List<TxHash> hashes =
            BlockParts.listedTransactions(block.blob(), block.transactions().size());
        for (int i = 0; i < hashes.size(); i++) {
          TransactionV2 made =
              (TransactionV2)
                  DecodedTransaction.full(block.transactions().get(i).blob()).transaction();
          List<OutputName> names =
              Arrays.stream(block.outputIndices().get(i + 1))
                  .mapToObj(index -> new OutputName(0, index))
                  .toList();
          List<FetchedOutput> outputs = client.outputs(names);
          assertThat(outputs).extracting(FetchedOutput::transaction).containsOnly(hashes.get(i));
          assertThat(outputs)
              .extracting(FetchedOutput::key)
              .isEqualTo(made.prefix().outputs().stream().map(Output::key).toList());
          assertThat(outputs)
              .extracting(FetchedOutput::commitment)
              .isEqualTo(made.base().commitments());
          count += outputs.size();
        }
      }
      assertThat(count).isGreaterThan(10);
      assertThat(client.outputs(List.of(new OutputName(0, 1), new OutputName(0, 1L << 30))))
          .hasSize(1);
    }
  }

  @Test
  void moneroJavaReadsABlockOfARecording() {
    try (RecordedNode node = RecordedNode.serve(HostileNode.smallChain())) {
      MinedBlock block = new MiningRpc(node.uri(), Duration.ofSeconds(20)).block(3);
      assertThat(block.height()).isEqualTo(3);
    }
  }

  @Test
  void aPrunedRecordingAnswersAsAPrunedNode() {
    Path file = folder.resolve("pruned.zip");
    try (RecordedNode whole = RecordedNode.serve(HostileNode.smallChain())) {
      Recording.capture(NodeOptions.of(whole.uri()), file, PageForm.PRUNED);
    }
    try (RecordedNode node = RecordedNode.serve(Recording.open(file));
        NodeClient client = Nodes.connect(List.of(NodeOptions.of(node.uri())))) {
      assertThat(chain(client, PageForm.PRUNED)).hasSize((int) client.info().height());
      assertThatThrownBy(() -> client.page(0, PageForm.FULL))
          .isInstanceOf(ConfigurationInvalid.class);
    }
  }

  @Test
  void aRecordingOfARecordingIsTheSameFileEachTime() throws IOException {
    try (RecordedNode node = RecordedNode.serve(HostileNode.smallChain(), 10)) {
      Recording.capture(NodeOptions.of(node.uri()), folder.resolve("one"), PageForm.FULL);
      Recording.capture(NodeOptions.of(node.uri()), folder.resolve("two"), PageForm.FULL);
    }
    assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("two"));
    Recording.open(folder.resolve("one")).save(folder.resolve("three"));
    assertThat(folder.resolve("three")).hasSameBinaryContentAs(folder.resolve("one"));
  }

  @Test
  void aRealNodeAndItsRecordingSayTheSame() {
    Path file = folder.resolve("real.zip");
    try (RegtestNode real = RegtestNode.start();
        NodeClient live = real.client()) {
      real.mine(6);
      real.mineOn(live.hashAt(4).orElseThrow().toString(), 1);
      Recording.capture(NodeOptions.of(real.uri()), file, PageForm.FULL);
      try (RecordedNode node = RecordedNode.serve(Recording.open(file));
          NodeClient played = Nodes.connect(List.of(NodeOptions.of(node.uri())))) {
        assertThat(played.headers(0, 6)).isEqualTo(live.headers(0, 6));
        assertThat(played.alternativeChains()).isEqualTo(live.alternativeChains());
        assertThat(played.fees()).isEqualTo(live.fees());
        assertThat(played.hardFork()).isEqualTo(live.hardFork());
        assertThat(played.info().topHash()).isEqualTo(live.info().topHash());
        for (PageForm form : PageForm.values()) {
          assertThat(played.page(2, form)).usingRecursiveComparison().isEqualTo(live.page(2, form));
        }
        List<OutputName> names = new ArrayList<>();
        names.add(new OutputName(17_592_186_044_415L, 0));
        for (int index = 0; index < 7; index++) {
          names.add(new OutputName(0, index)); // the last does not exist
        }
        assertThat(played.outputs(names)).hasSize(7).isEqualTo(live.outputs(names));
        for (int height = 0; height <= 6; height++) {
          BlockHash block = live.hashAt(height).orElseThrow();
          assertThat(blockJson(node.uri(), block)).isEqualTo(blockJson(real.uri(), block));
        }
        List<TxHash> coinbases =
            live.headers(0, 6).stream().map(HeaderFacts::minerTransaction).toList();
        assertThat(played.transactions(coinbases))
            .usingRecursiveComparison()
            .isEqualTo(live.transactions(coinbases));
      }
    }
  }

  /** What monerod writes into the {@code json} of a block's answer, as a tree. */
  private static JsonNode blockJson(URI node, BlockHash hash) {
    try (Transport transport = new Transport(NodeOptions.of(node), NodeListener.SILENT)) {
      JsonNode result =
          new JsonCalls(transport)
              .method("get_block", Map.of("hash", hash.toString()), "")
              .result();
      return RecordedChain.JSON.readTree(result.path("json").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsNoRecordingIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("no.zip"), "PK is not enough");
    assertThatThrownBy(() -> Recording.open(file))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("no.zip");
  }
}
