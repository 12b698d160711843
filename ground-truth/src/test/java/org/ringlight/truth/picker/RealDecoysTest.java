package org.ringlight.truth.picker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.WalletClient;
import org.ringlight.rpc.WalletDestination;
import org.ringlight.rpc.WalletPayment;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.testing.Program;
import org.ringlight.truth.ChainTruth;
import org.ringlight.truth.regtest.RegtestChain;

/** Decoys that real wallets chose on a real chain. */
class RealDecoysTest {

  @Test
  void realWalletsChooseDecoysAsTheirVersionDoesAndNotAsOthersDo(@TempDir Path folder) {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
    RingctChain chain = chain(folder);
    DecoyFit fit = DecoyFit.of(chain.outputs(), chain.rings());

    FitResult right = fit.against(WalletVersion.V0_18_0, 1);
    assertThat(right.isRejected(0.001)).as(right.describe()).isFalse();
    for (WalletVersion version :
        List.of(
            WalletVersion.V0_11_0,
            WalletVersion.V0_13_0_4,
            WalletVersion.V0_14_1,
            WalletVersion.V0_17_2_3,
            WalletVersion.V0_18_2_2)) {
      FitResult wrong = fit.against(version, 1);
      assertThat(wrong.isRejected(1e-4)).as(version + ": " + wrong.describe()).isTrue();
    }
    FitResult uniform = fit.against(RealDecoysTest::uniform, 1);
    assertThat(uniform.isRejected(1e-4)).as(uniform.describe()).isTrue();
  }

  /**
   * Coinbases at first, then blocks with a payment of sixteen outputs each, for young decoys; then
   * both sweep all they have, which makes hundreds of rings. Rings that had to wait for a second
   * block are left out: what they saw was a lower chain than it seems.
   */
  private static RingctChain chain(Path folder) {
    List<String> names = List.of("ann", "bob");
    Set<Long> heights = new HashSet<>();
    try (RegtestChain chain = RegtestChain.start(folder, names.toArray(String[]::new))) {
      chain.mine(260);
      for (int i = 0; i < 20; i++) {
        String address = chain.wallet(names.get((i + 1) % 2)).keys().address();
        List<WalletDestination> lines = new ArrayList<>();
        for (int line = 0; line < 15; line++) {
          lines.add(new WalletDestination(address, 1_000_000_000L + line));
        }
        heights.add(
            send(chain, names.get(i % 2), wallet -> wallet.pay(0, lines, WalletPriority.DEFAULT)));
      }
      for (String name : names) {
        String address = chain.wallet(name).keys().address();
        heights.add(
            send(chain, name, wallet -> wallet.sweepAccount(0, address, WalletPriority.DEFAULT)));
      }
      ChainTruth truth = chain.truth();
      try (NodeClient node = Nodes.connect(List.of(NodeOptions.of(chain.node().rpc())))) {
        RingctChain read = RingctChain.read(node, chain.node().mining(), truth.spends());
        return new RingctChain(
            read.outputs(),
            read.rings().stream().filter(ring -> heights.contains(ring.chainHeight())).toList());
      }
    }
  }

  /** Lets a wallet send something, mines all of it, and says where the first block stands. */
  private static long send(
      RegtestChain chain, String name, Function<WalletClient, WalletPayment> order) {
    chain.wallet(name).refresh();
    assertThat(order.apply(chain.wallet(name).client())).isInstanceOf(WalletPayment.Sent.class);
    long height = chain.node().mining().height();
    do {
      chain.mine(1);
    } while (!chain.node().mining().pool().isEmpty());
    return height;
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
