package org.ringlight.rpc.monerod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.wire.DecodedBlock;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.FetchedOutput;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.RegtestNode;

/** Outputs by their names, from a real monerod with nothing but coinbases. */
class OutputsTest {

  private static final int BLOCKS = 70;

  private static RegtestNode node;
  private static NodeClient client;

  @BeforeAll
  static void mine() {
    node = RegtestNode.start();
    client = node.client();
    node.mine(BLOCKS);
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      client.close();
      node.close();
    }
  }

  private static TransactionPrefix prefix(Transaction transaction) {
    return transaction instanceof TransactionV1 clear
        ? clear.prefix()
        : ((TransactionV2) transaction).prefix();
  }

  @Test
  void areThoseOfTheBlocksInClearAndHiddenIndexSpaces() {
    ChainPage page = client.page(0, PageForm.FULL);
    List<OutputName> names = new ArrayList<>();
    List<DecodedBlock> blocks = new ArrayList<>();
    for (int height = 0; height <= BLOCKS; height++) {
      DecodedBlock block = DecodedBlock.of(page.blocks().get(height).blob());
      TransactionPrefix prefix = prefix(block.minerTransaction().transaction());
      assertThat(prefix.outputs()).hasSize(1);
      long space = prefix.version() == 1 ? prefix.outputs().get(0).amount() : 0;
      names.add(new OutputName(space, page.blocks().get(height).outputIndices().get(0)[0]));
      blocks.add(block);
    }
    assertThat(names.get(0).indexSpace()).isEqualTo(17_592_186_044_415L);

    List<FetchedOutput> outputs = client.outputs(names);

    assertThat(outputs).hasSize(BLOCKS + 1);
    for (int height = 0; height <= BLOCKS; height++) {
      FetchedOutput output = outputs.get(height);
      DecodedBlock block = blocks.get(height);
      Output made = prefix(block.minerTransaction().transaction()).outputs().get(0);
      assertThat(output.asked()).isEqualTo(names.get(height));
      assertThat(output.key()).isEqualTo(made.key());
      assertThat(output.height()).isEqualTo(height);
      assertThat(output.transaction())
          .isEqualTo(TransactionHashes.of(block.minerTransaction()).orElseThrow());
      assertThat(output.unlocked()).isEqualTo(height + 60 <= BLOCKS + 1);
    }
  }

  @Test
  void comeInTheOrderAskedAndAsOftenAsAsked() {
    List<OutputName> names = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      names.add(new OutputName(0, i));
    }
    Collections.reverse(names);
    names.addAll(List.copyOf(names));

    assertThat(client.outputs(names))
        .extracting(FetchedOutput::asked)
        .containsExactlyElementsOf(names);
    assertThat(client.outputs(List.of())).isEmpty();
  }

  @Test
  void thatDoNotExistAreLeftOut() {
    List<OutputName> there = List.of(new OutputName(0, 3), new OutputName(0, BLOCKS - 1));
    List<OutputName> names = new ArrayList<>(there);
    names.add(1, new OutputName(0, BLOCKS));
    names.add(new OutputName(0, -1));
    names.add(new OutputName(4711, 0));
    names.add(new OutputName(-1, 0));

    assertThat(client.outputs(names))
        .extracting(FetchedOutput::asked)
        .containsExactlyElementsOf(there);
    assertThat(client.outputs(List.of(new OutputName(0, BLOCKS)))).isEmpty();
  }

  @Test
  void moreThanARestrictedPortGivesAtOnceComeInParts() {
    List<OutputName> names = new ArrayList<>();
    for (int i = 0; i < 2 * OutputCalls.AT_ONCE + 1; i++) {
      names.add(new OutputName(0, i % BLOCKS));
    }
    names.add(7, new OutputName(0, BLOCKS + 7));
    try (NodeClient stranger = node.client(NodeOptions.of(node.restrictedUri()))) {
      assertThat(stranger.outputs(names)).hasSize(2 * OutputCalls.AT_ONCE + 1);
    }
  }
}
