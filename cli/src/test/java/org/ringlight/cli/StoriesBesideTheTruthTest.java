package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.testing.Program;
import org.ringlight.truth.era.ServedChain;

/**
 * The wallet stories, told by the real node and wallets, and what is found on their chains. Each
 * takes minutes to tell; with {@code -Dringlight.stories=DIR} those that were told into {@code
 * DIR/NAME} are taken instead.
 */
@Tag("full")
class StoriesBesideTheTruthTest {

  private static final String DEBIAN = "monero";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"quiet-months", "theft-and-cash-out", "pool-and-exchange"})
  void nothingFalseIsClaimedOfAStory(String story) throws IOException {
    Program.named("monerod", DEBIAN);
    Program.named("monero-wallet-rpc", DEBIAN);
    Path told = told(story);
    Path data = folder.resolve("data");
    try (ServedChain served = ServedChain.of(told, OptionalInt.empty(), (blocks, of) -> {})) {
      BesideTheTruth.done(data, "index", "--node", served.rpc().toString());
    }
    Path truth = told.resolve("truth.csv");
    BesideTheTruth alone = BesideTheTruth.compare(data, truth, folder);
    assertThat(alone.rings()).isGreaterThan(1_000);
    disclose(data, truth);
    BesideTheTruth disclosed = BesideTheTruth.compare(data, truth, folder);
    assertThat(disclosed.claims().get("disclosed-spends")).isGreaterThan(alone.rings() / 2);
  }

  private Path told(String story) {
    String given = System.getProperty("ringlight.stories");
    if (given != null && Files.isDirectory(Path.of(given, story))) {
      return Path.of(given, story);
    }
    Path out = folder.resolve("story");
    Typed told = Typed.in("truth", "regtest", "--story", story, "--out", out.toString());
    assertThat(told.code()).as(told.talk()).isZero();
    return out;
  }

  /**
   * Rings of sixteen prove next to nothing by themselves; what two owners of three disclose makes
   * findings of many kinds, for the truth to judge.
   */
  private void disclose(Path data, Path truth) throws IOException {
    List<String> lines = new ArrayList<>(List.of("key_image,index_space,amount_index"));
    List<String> spends = Files.readAllLines(truth);
    for (int i = 1; i < spends.size(); i++) {
      if (i % 3 > 0) {
        String[] fields = spends.get(i).split(",", -1);
        lines.add(fields[0] + "," + fields[1] + "," + fields[2]);
      }
    }
    Path keys = folder.resolve("keys.csv");
    Files.write(keys, lines);
    BesideTheTruth.done(
        data, "assert", "import", keys.toString(), "--because", "their owners say so");
  }
}
