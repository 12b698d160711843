package org.ringlight.truth.regtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.MinedRing;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.testing.Program;
import org.ringlight.truth.ChainTruth;

@Tag("full")
class TwoBranchesTest {

  @Test
  void oneOutputIsSpentInTwoRingsThatShareIt(@TempDir Path folder) {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
    try (RegtestChain chain = RegtestChain.start(folder, "ann")) {
      chain.mine(150);
      WalletProcess ann = chain.wallet("ann");
      ann.refresh();
      WalletOutput output = ann.client().outputs().get(20);
      KeyImage image = output.ownKeyImage();
      try (TwoBranches branches = TwoBranches.split(chain.node(), folder.resolve("away"));
          WalletProcess twin =
              WalletProcess.over(ann.keys(), folder.resolve("twin"), branches.away())) {
        ann.refresh();
        twin.refresh();
        TxHash lost = spend(ann, image);
        TxHash kept = spend(twin, image);
        chain.mine(1);
        branches.away().mining().generate(2, ann.keys().address());
        MinedRing lostRing = chain.node().mining().rings(List.of(lost)).get(0);

        List<MinedBlock> orphaned = branches.join();

        assertThat(orphaned)
            .singleElement()
            .satisfies(b -> assertThat(b.transactions()).contains(lost));
        MinedRing keptRing = chain.node().mining().rings(List.of(kept)).get(0);
        assertThat(keptRing.keyImage()).isEqualTo(lostRing.keyImage());
        assertThat(keptRing.members()).isNotEqualTo(lostRing.members());
        assertThat(keptRing.members()).contains(output.amountIndex());
        assertThat(lostRing.members()).contains(output.amountIndex());
        assertThat(chain.node().mining().branches()).hasSize(1);
      }
      ChainTruth truth = chain.truth();
      assertThat(truth.isComplete()).isTrue();
      assertThat(truth.spends())
          .singleElement()
          .satisfies(s -> assertThat(s.keyImage()).isEqualTo(image));
    }
  }

  private static TxHash spend(WalletProcess wallet, KeyImage image) {
    return wallet
        .client()
        .sweepOutput(image, wallet.keys().address(), WalletPriority.DEFAULT)
        .sent()
        .get(0)
        .hash();
  }
}
