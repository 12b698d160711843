package org.ringlight.analytics.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.AssertionId;
import org.ringlight.lake.table.AssertionRow;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.protocol.KeyImage;

/** The story's chain: what an analysis says of it is checked again, and derived in words. */
class MiniChainProofTest {

  @TempDir Path folder;

  private final MiniChain chain = MiniChain.ofStory();

  @BeforeEach
  void write() {
    chain.write(folder);
  }

  private String derived(Lake lake, String ring) {
    return String.join(
        "\n", DerivationText.of(new Deriver(lake, List.of()).derive(image(ring)).orElseThrow()));
  }

  private KeyImage image(String spent) {
    return chain.ring(spent).keyImage();
  }

  @Test
  void everyFindingIsAccepted() {
    try (Lake lake = Lake.open(folder)) {
      Tables.analyse(lake);
      Verdict verdict = Tables.check(lake);
      assertThat(verdict.first()).isEmpty();
      assertThat(verdict.accepted()).isEqualTo(chain.findings().size()).isGreaterThan(8);
      assertThat(verdict.rejected()).isZero();
    }
  }

  @Test
  void theChainReactionIsDerivedFromTheRingOfOne() {
    try (Lake lake = Lake.open(folder)) {
      Tables.analyse(lake);
      assertThat(derived(lake, "ada-5"))
          .isEqualTo(
              chain.resolve(
                  """
                  1. zero-mixin, proven: ring ring(ada-1) at height 4 spends out(ada-1)
                       out(ada-1)  height 1  key key(ada-1)  spent

                  2. cascade, proven: ring ring(ada-2) at height 4 spends out(ada-2)
                       out(ada-1)  height 1  key key(ada-1)  out: step 1
                       out(ada-2)  height 1  key key(ada-2)  spent

                  3. cascade, proven: ring ring(ada-3) at height 5 spends out(ada-3)
                       out(ada-1)  height 1  key key(ada-1)  out: step 1
                       out(ada-2)  height 1  key key(ada-2)  out: step 2
                       out(ada-3)  height 2  key key(ada-3)  spent

                  4. cascade, proven: ring ring(ada-4) at height 6 spends out(ada-4)
                       out(ada-2)  height 1  key key(ada-2)  out: step 2
                       out(ada-3)  height 2  key key(ada-3)  out: step 3
                       out(ada-4)  height 2  key key(ada-4)  spent

                  5. cascade, proven: ring ring(ada-5) at height 7 spends out(ada-5)
                       out(ada-4)  height 2  key key(ada-4)  named 2 times  out: step 4
                       out(ada-5)  height 3  key key(ada-5)  spent

                  ring ring(ada-5) spends out(ada-5)
                  proven: it follows from the rings alone
                  checked: every step follows from the rings\
                  """));
    }
  }

  @Test
  void aClosedSetIsOneStep() {
    try (Lake lake = Lake.open(folder)) {
      Tables.analyse(lake);
      assertThat(derived(lake, "jo-3"))
          .isEqualTo(
              chain.resolve(
                  """
                  1. identical-rings, proven: these 2 rings have 2 keys left for them: they spend \
                  these, which spends which is not said
                       ring ring(jo-1) at height 33
                         out(jo-1)  height 32  key key(jo-1)  left for the set
                         out(jo-2)  height 32  key key(jo-2)  left for the set
                       ring ring(jo-2) at height 33
                         out(jo-1)  height 32  key key(jo-1)  left for the set
                         out(jo-2)  height 32  key key(jo-2)  left for the set

                  2. cascade, proven: ring ring(jo-3) at height 34 spends out(jo-3)
                       out(jo-1)  height 32  key key(jo-1)  out: step 1
                       out(jo-2)  height 32  key key(jo-2)  out: step 1
                       out(jo-3)  height 32  key key(jo-3)  spent

                  ring ring(jo-3) spends out(jo-3)
                  proven: it follows from the rings alone
                  checked: every step follows from the rings\
                  """));
      assertThat(derived(lake, "jo-1"))
          .contains(chain.resolve("ring ring(jo-1): 2 of 2 members are possible"));
    }
  }

  @Test
  void ofARingWithoutAFindingItIsSaidWhatIsPossible() {
    try (Lake lake = Lake.open(folder)) {
      Tables.analyse(lake);
      assertThat(derived(lake, "kai-1"))
          .isEqualTo(
              chain.resolve(
                  """
                  ring ring(kai-1) at height 35
                    out(mined-18)  height 18  key key(mined-18)  possible
                    out(kai-1)  height 35  key key(kai-1)  possible

                  ring ring(kai-1): 2 of 2 members are possible
                  nothing is proven of it
                  checked: no finding is about this ring\
                  """));
      assertThat(new Deriver(lake, List.of()).derive(KeyImage.of(new byte[32]))).isEmpty();
    }
  }

  @Test
  void whatRestsOnAnAssertionNamesIt() {
    try (Lake lake = Lake.open(folder)) {
      mine(lake, chain.output("mined-12"));
      Tables.analyse(lake);
      Verdict verdict = Tables.check(lake);
      assertThat(verdict.first()).isEmpty();
      assertThat(verdict.accepted()).isGreaterThan(20);
      assertThat(verdict.conditional()).isPositive().isLessThan(verdict.accepted());
      assertThat(derived(lake, "mined-8"))
          .contains(chain.resolve("out(mined-12)  height 12  key key(mined-12)  out: assertion "))
          .contains("conditional: it holds only if the owner of mined-12 says the truth")
          .endsWith("checked: every step follows from the rings and the assumptions it names");
      assertThat(derived(lake, "worker-1"))
          .contains("spends one of those left: 2 of 3 members are possible");
      conditionalFindingsAreNotProven(lake);
    }
  }

  private static void conditionalFindingsAreNotProven(Lake lake) {
    List<ClaimRow> raised = new ArrayList<>();
    for (ClaimRow row : Tables.findings(lake)) {
      raised.add(
          row.guarantee().equals("conditional")
              ? Changed.of(row).guarantee("proven").assumption(null).row()
              : row);
    }
    Tables.replace(lake, raised);
    assertThat(Tables.check(lake).first())
        .hasSizeGreaterThan(10)
        .allMatch(
            rejection ->
                rejection
                        .problem()
                        .equals(
                            "it is called proven and holds only if the owner of mined-12 says the"
                                + " truth")
                    || rejection.problem().endsWith("whose own finding is not accepted"));
  }

  /** Somebody says that an output is his and not spent. */
  private static void mine(Lake lake, OutputRow output) {
    try (Writer writer = lake.writer(Namespace.INTEL);
        Commit commit = writer.begin()) {
      commit.append(
          AssertionRow.TABLE,
          new AssertionRow(
              0,
              AssertionId.parse("ab".repeat(32)),
              1_600_000_000,
              "assert",
              "mine",
              null,
              output.indexSpace(),
              output.amountIndex(),
              Objects.requireNonNull(output.publicKey()),
              "the owner of mined-12 says the truth",
              "command line",
              null,
              null,
              45));
      commit.commit(45, MiniChain.ofStory().block(45));
    }
  }
}
