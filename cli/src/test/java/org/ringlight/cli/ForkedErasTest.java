package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.testing.Program;
import org.ringlight.truth.era.ServedChain;

/**
 * A written chain that splits, with view tags, floods, outputs of one key, planted sets and cycles:
 * each side is analysed with the tables of the other.
 */
@Tag("full")
class ForkedErasTest {

  private static final String DEBIAN = "monero";

  @TempDir Path folder;

  @BeforeEach
  void needsPrograms() {
    Program.named("monerod", DEBIAN);
    Program.named("monero-blockchain-import", DEBIAN);
  }

  @Test
  void bothSidesTogetherClaimNothingFalse() throws Exception {
    Path first = folder.resolve("eras");
    Path second = first.resolve("fork");
    Path data = folder.resolve("data");
    Path other = folder.resolve("other");
    Typed written =
        Typed.in(
            "truth",
            "eras",
            "--seed",
            "21",
            "--blocks",
            "2400",
            "--txs",
            "24000",
            "--fork-at",
            "1500",
            "--out",
            first.toString());
    assertThat(written.code()).as(written.talk()).isZero();
    indexedTogether(List.of(first, second), List.of(data, other));
    BesideTheTruth alone = BesideTheTruth.compare(data, first.resolve("truth.csv"), folder);
    assertThat(alone.claims()).doesNotContainKey("same-key-image");
    BesideTheTruth both = BesideTheTruth.compare(data, first.resolve("truth.csv"), folder, other);
    BesideTheTruth turned =
        BesideTheTruth.compare(other, second.resolve("truth.csv"), folder, data);
    BesideTheTruth.requirePlanted(data, first, folder);
    BesideTheTruth.requirePlanted(other, second, folder);
    for (BesideTheTruth side : List.of(both, turned)) {
      assertThat(side.claims())
          .containsKeys(
              "zero-mixin",
              "cascade",
              "identical-rings",
              "closed-sets",
              "duplicate-keys",
              "same-key-image");
      assertThat(side.claims().get("same-key-image")).isGreaterThan(100);
    }
  }

  /** An import sleeps before it begins. */
  private static void indexedTogether(List<Path> chains, List<Path> data) throws Exception {
    ExecutorService imports = Executors.newFixedThreadPool(chains.size());
    List<Future<ServedChain>> serving = new ArrayList<>();
    for (Path chain : chains) {
      serving.add(
          imports.submit(() -> ServedChain.of(chain, OptionalInt.empty(), (blocks, of) -> {})));
    }
    imports.shutdown();
    for (int i = 0; i < chains.size(); i++) {
      try (ServedChain served = serving.get(i).get()) {
        BesideTheTruth.done(data.get(i), "index", "--node", served.rpc().toString());
      }
    }
  }
}
