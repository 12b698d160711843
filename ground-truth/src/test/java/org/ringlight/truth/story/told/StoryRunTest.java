package org.ringlight.truth.story.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.protocol.OutputName;
import org.ringlight.testing.Program;
import org.ringlight.truth.AddressLabel;
import org.ringlight.truth.KnownOutput;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.TruthFiles;
import org.ringlight.truth.story.StoryListener;
import org.ringlight.truth.story.Told;
import org.ringlight.truth.story.World;
import org.ringlight.truth.story.plot.StoryFile;

class StoryRunTest {

  private static final String HAMLET =
      """
      # four wallets and a few dozen payments
      title: A hamlet
      days: 10
      blocks: 170
      actors:
        - pool: brook
          finds-percent: 50
        - miners: abe
          acts-percent: 100
          pays: abe
        - exchange: harbour
          opening-blocks: 8
        - swap-service: ferry
          opening-blocks: 8
          sells-percent: 40
          buys-percent: 40
        - auditor: olga
          sees: harbour
      """;

  /** Listens, and kills the node after the third turn. */
  private static final class Killer implements StoryListener {

    private @Nullable World world;

    @Override
    public void chapter(String what) {}

    @Override
    public void turn(int turn, int of, long transactions) {
      World where = world;
      if (turn == 3 && where != null) {
        ProcessHandle node = ProcessHandle.of(where.node().pid()).orElseThrow();
        node.destroyForcibly();
        node.onExit().join();
      }
    }
  }

  @Test
  void aStoryWhoseNodeDiesOnceLeavesFilesThatAgreeWithEachOther(@TempDir Path folder)
      throws IOException {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
    Path out = folder.resolve("hamlet");
    Killer killer = new Killer();

    Told told;
    try (StoryRun run = StoryRun.begin(StoryFile.of(HAMLET, "hamlet").withSeed(3), out, killer)) {
      killer.world = run.world();
      told = run.tell();
    }

    assertThat(told.figures().deaths()).isEqualTo(1);
    assertThat(told.endedEarly()).isEmpty();
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "node",
              "truth.csv",
              "labels.csv",
              "outputs.csv",
              "exchange_log.csv",
              "payouts.csv",
              "swap_trades.csv",
              "bitcoin_legs.csv",
              "rates.csv",
              "disclosures.csv",
              "STORY.md",
              "story.yaml");
    }
    assertThat(out.resolve("node/fake/lmdb/data.mdb")).isNotEmptyFile();
    assertThat(StoryFile.named(out.resolve("story.yaml").toString()).story())
        .isEqualTo(told.story());

    List<TrueSpend> spends = TruthFiles.readSpends(out.resolve("truth.csv"));
    List<AddressLabel> labels = TruthFiles.readLabels(out.resolve("labels.csv"));
    assertThat(spends).hasSizeGreaterThan(20).isEqualTo(told.truth().spends());
    assertThat(labels).extracting(AddressLabel::address).doesNotHaveDuplicates();
    Map<OutputName, String> owners = new HashMap<>();
    List<KnownOutput> outputs = TruthFiles.readOutputs(out.resolve("outputs.csv"));
    outputs.forEach(output -> owners.put(output.name(), output.owner()));
    assertThat(owners).hasSameSizeAs(outputs);
    assertThat(spends)
        .allMatch(
            spend ->
                spend
                    .owner()
                    .equals(owners.get(new OutputName(spend.indexSpace(), spend.amountIndex()))));
    assertThat(told.chain().minedAt(told.chain().transactions().get(0))).isPresent();
    assertExchangeLogHolds(out, labels);
    assertSwapsHoldTogether(out);
    assertThat(rows(out.resolve("payouts.csv"))).isNotEmpty().allMatch(row -> row[4].equals("3"));
    assertThat(rows(out.resolve("disclosures.csv")))
        .singleElement()
        .satisfies(row -> assertThat(row[1]).isEqualTo("harbour"))
        .satisfies(row -> assertThat(Integer.parseInt(row[6])).isPositive());
    assertThat(rows(out.resolve("rates.csv"))).hasSizeGreaterThan(240);
  }

  /** Deposits go to addresses of their accounts; no account is ever below zero. */
  private static void assertExchangeLogHolds(Path out, List<AddressLabel> labels) {
    Set<String> deposits =
        labels.stream()
            .filter(label -> label.role().equals("exchange deposit"))
            .map(AddressLabel::address)
            .collect(Collectors.toSet());
    Map<String, Long> balances = new HashMap<>();
    List<String[]> rows = rows(out.resolve("exchange_log.csv"));
    assertThat(rows).extracting(row -> row[2]).contains("deposit", "withdrawal");
    for (String[] row : rows) {
      long moved = Long.parseLong(row[4]) + Long.parseLong(row[5]);
      balances.merge(row[1], row[2].equals("withdrawal") ? -moved : moved, Long::sum);
      assertThat(balances.get(row[1])).as(String.join(",", row)).isNotNegative();
      if (row[2].equals("deposit")) {
        assertThat(deposits).contains(row[9]);
      }
    }
  }

  /** Each trade has one leg on the chain and one in the file of invented payments. */
  private static void assertSwapsHoldTogether(Path out) {
    Map<String, String> legs =
        rows(out.resolve("bitcoin_legs.csv")).stream()
            .collect(Collectors.toMap(row -> row[2], row -> row[4]));
    List<String[]> trades = rows(out.resolve("swap_trades.csv"));
    assertThat(trades).hasSameSizeAs(legs.keySet()).isNotEmpty();
    for (String[] trade : trades) {
      boolean sells = trade[2].equals("XMR-BTC");
      assertThat(legs.get(trade[sells ? 8 : 7])).isEqualTo(trade[sells ? 4 : 3]);
      assertThat(trade[9]).startsWith(sells ? "bcrt1q" : "4");
    }
  }

  private static List<String[]> rows(Path csv) {
    try {
      return Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFolderThatHoldsSomethingIsRefusedBeforeAnythingStarts(@TempDir Path folder)
      throws IOException {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
    Files.writeString(folder.resolve("mine.txt"), "precious");
    assertThatThrownBy(() -> StoryRun.begin(StoryFile.of(HAMLET, "h"), folder, new Killer()))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("not empty");
    assertThat(folder).isDirectoryNotContaining("glob:**/node");
  }
}
