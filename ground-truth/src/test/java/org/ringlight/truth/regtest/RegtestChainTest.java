package org.ringlight.truth.regtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.testing.Program;
import org.ringlight.truth.ChainTruth;
import org.ringlight.truth.TrueSpend;

class RegtestChainTest {

  @Test
  void everyTrueSpendIsInItsRingAndAReorganisationReturnsTransactionsToThePool(
      @TempDir Path folder) {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
    try (RegtestChain chain = RegtestChain.start(folder, "ann", "bob")) {
      chain.payAround(24);

      ChainTruth truth = chain.truth();
      assertThat(truth.transactions()).isEqualTo(24);
      assertThat(truth.isComplete()).isTrue();
      assertThat(truth.rings()).isGreaterThanOrEqualTo(24);
      assertThat(truth.spends())
          .allSatisfy(spend -> assertThat(spend.position()).isBetween(0, 15))
          .extracting(TrueSpend::keyImage)
          .doesNotHaveDuplicates();

      List<MinedBlock> orphaned = chain.reorganise(2);

      List<TxHash> returned =
          orphaned.stream().flatMap(block -> block.transactions().stream()).toList();
      assertThat(returned).isNotEmpty();
      assertThat(chain.node().mining().branches())
          .singleElement()
          .satisfies(
              branch ->
                  assertThat(branch.blocks())
                      .containsExactlyInAnyOrderElementsOf(
                          orphaned.stream().map(MinedBlock::hash).toList()));
      assertThat(chain.node().mining().pool()).containsExactlyInAnyOrderElementsOf(returned);
    }
  }
}
