package org.ringlight.truth.story.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.testing.Program;
import org.ringlight.truth.TruthFiles;
import org.ringlight.truth.picker.DecoyFit;
import org.ringlight.truth.picker.FitResult;
import org.ringlight.truth.picker.KnownRing;
import org.ringlight.truth.picker.OutputSupply;
import org.ringlight.truth.picker.RingMaker;
import org.ringlight.truth.picker.RingctChain;
import org.ringlight.truth.picker.WalletVersion;
import org.ringlight.truth.regtest.MonerodProcess;
import org.ringlight.truth.story.StoryListener;
import org.ringlight.truth.story.plot.Story;
import org.ringlight.truth.story.plot.StoryFile;

/**
 * The decoys of the largest story. It is told anew, which takes minutes, unless {@code
 * -Dringlight.story=DIR} names a folder in which it was told.
 */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryDecoysTest {

  private static final long SEED = 1;

  private @Nullable DecoyFit fit;

  @BeforeAll
  void readTheStory(@TempDir Path folder) {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
    String given = System.getProperty("ringlight.story");
    Path told = given == null ? tell(folder.resolve("told")) : Path.of(given);
    RingctChain chain = read(told);
    Story story = StoryFile.named(told.resolve("story.yaml").toString()).story();
    List<KnownRing> rings = chain.rings().stream().filter(ring -> isOfATurn(ring, story)).toList();
    assertThat(rings).hasSizeGreaterThan(2_000);
    fit = DecoyFit.of(chain.outputs(), rings);
  }

  @Test
  void realWalletsChooseDecoysAsTheirVersionDoes() {
    FitResult right = against(WalletVersion.V0_18_0);
    assertThat(right.isRejected(0.001)).as(right.describe()).isFalse();
  }

  @Test
  void wrongPickersAreRejected() {
    for (WalletVersion version :
        List.of(WalletVersion.V0_11_0, WalletVersion.V0_14_1, WalletVersion.V0_18_2_2)) {
      FitResult wrong = against(version);
      assertThat(wrong.isRejected(1e-4)).as(version + ": " + wrong.describe()).isTrue();
    }
    FitResult uniform = against(StoryDecoysTest::uniform);
    assertThat(uniform.isRejected(1e-4)).as(uniform.describe()).isTrue();
  }

  private FitResult against(RingMaker maker) {
    DecoyFit ready = fit;
    if (ready == null) {
      throw new IllegalStateException("no story was read");
    }
    FitResult result = ready.against(maker, SEED);
    System.out.println(
        (maker instanceof WalletVersion v ? v : "uniform") + ": " + result.describe());
    return result;
  }

  private static Path tell(Path out) {
    try (StoryRun run =
        StoryRun.begin(
            StoryFile.named("pool-and-exchange"),
            out,
            new StoryListener() {
              @Override
              public void chapter(String what) {}

              @Override
              public void turn(int turn, int of, long transactions) {}
            })) {
      run.tell();
    }
    return out;
  }

  private static RingctChain read(Path told) {
    try (MonerodProcess node = MonerodProcess.start(told.resolve("node"));
        NodeClient client = Nodes.connect(List.of(NodeOptions.of(node.rpc())))) {
      return RingctChain.read(
          client, node.mining(), TruthFiles.readSpends(told.resolve("truth.csv")));
    }
  }

  /** Whether a ring was mined right after a turn: then the wallet saw the chain just below it. */
  private static boolean isOfATurn(KnownRing ring, Story story) {
    return (ring.chainHeight() - 1 - story.openingBlocks()) % story.blocksATurn() == 0;
  }

  /** A wallet that takes any spendable output, each with the same chance. */
  private static long[] uniform(
      OutputSupply supply, long trueIndex, int ringSize, RandomGenerator random) {
    long[] members =
        random
            .longs(0, supply.countAged(10))
            .filter(index -> index != trueIndex && !supply.isLocked(index))
            .distinct()
            .limit(ringSize - 1L)
            .toArray();
    long[] ring = Arrays.copyOf(members, ringSize);
    ring[ringSize - 1] = trueIndex;
    Arrays.sort(ring);
    return ring;
  }
}
