package org.ringlight.truth.picker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.testing.Program;
import org.ringlight.truth.ChainTruth;
import org.ringlight.truth.regtest.RegtestChain;

/** Decoys that real wallets chose on a real chain. */
class RealDecoysTest {

  @Test
  void realWalletsChooseDecoysAsTheirVersionIsKnownToAndAsNoOtherDoes(@TempDir Path folder) {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
    RingctChain chain = chain(folder);
    DecoyFit fit = DecoyFit.of(chain.outputs(), chain.rings());

    FitResult right = fit.against(WalletVersion.V0_18_0, 1);
    assertThat(right.isRejected(0.001)).as(right.describe()).isFalse();
    for (WalletVersion version : WalletVersion.values()) {
      System.err.println(version + " " + fit.against(version, 2).describe());
    }
    System.err.println("uniform " + fit.against(RealDecoysTest::uniform, 1).describe());
  }

  private static RingctChain chain(Path folder) {
    try (RegtestChain chain = RegtestChain.start(folder, "ann", "bob", "cyd", "dan")) {
      long t0 = System.nanoTime();
      chain.mine(900);
      long t1 = System.nanoTime();
      chain.payAround(200);
      long t2 = System.nanoTime();
      ChainTruth truth = chain.truth();
      System.err.println("mine " + (t1 - t0) / 1e9 + " pay " + (t2 - t1) / 1e9);
      try (NodeClient node = Nodes.connect(List.of(NodeOptions.of(chain.node().rpc())))) {
        return RingctChain.read(node, chain.node().mining(), truth.spends());
      }
    }
  }

  /** A wallet that takes any spendable output, each with the same chance. */
  private static long[] uniform(
      OutputSupply supply, long trueIndex, int ringSize, RandomGenerator random) {
    long usable = supply.countAged(10);
    long[] members =
        random
            .longs(0, usable)
            .filter(index -> index != trueIndex && !supply.isLocked(index))
            .distinct()
            .limit(ringSize - 1)
            .toArray();
    long[] ring = Arrays.copyOf(members, ringSize);
    ring[ringSize - 1] = trueIndex;
    Arrays.sort(ring);
    return ring;
  }
}
