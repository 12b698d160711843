package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.BitcoinChain;

/** Change, CoinJoins, peeling chains, exposure and entropy in a theft that is known. */
class BitcoinQuestionsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final StolenBitcoin STORY = new StolenBitcoin();

  @TempDir Path folder;

  @BeforeEach
  void write() {
    try (Lake lake = Lake.open(folder.resolve("data"))) {
      STORY.chain.writeTo(lake);
    }
  }

  private Typed type(String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("--data", folder.resolve("data").toString(), "--progress", "off"));
    all.addAll(List.of(arguments));
    return Typed.in(all.toArray(String[]::new));
  }

  private JsonNode json(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    Typed answer = type(all.toArray(String[]::new));
    assertThat(answer.code()).as(answer.talk()).isZero();
    return JSON.readTree(answer.out());
  }

  private String rows(String query) {
    return type("sql", "--format", "csv", query).out();
  }

  @Test
  void theChangeOfAPeelIsNamedWithItsVotes() throws IOException {
    JsonNode said = json("change", STORY.firstPeel.hash().toString());
    JsonNode change = said.get("change").get(0);
    assertThat(change.get("address").asText()).isEqualTo("mallory-2");
    assertThat(change.get("guarantee").asText()).isEqualTo("statistical");
    assertThat(change.get("sources").toString()).contains("larger-in-peel");
    assertThat(said.get("votes")).isNotEmpty();
    JsonNode none = json("change", STORY.join.hash().toString()).get("change").get(0);
    assertThat(none.get("output").isNull()).isTrue();
    assertThat(none.get("why_not").asText()).isEqualTo("several-owners");
  }

  @Test
  void theChangeOfAllTransactionsIsWrittenAndMeasured() throws IOException {
    JsonNode all = json("change");
    assertThat(all.get("change_named").asLong()).isPositive();
    assertThat(rows("SELECT lhex(tx_hash) AS tx, output_index, guarantee FROM btc_findings.change"))
        .contains(STORY.firstPeel.hash() + "\",1,statistical");
    Typed table = type("change", "--accuracy", "--no-write", "--format", "csv");
    assertThat(table.out())
        .startsWith("heuristic,right,wrong,abstained,precision,true_positive_rate")
        .contains("direct-change,,,,,,,\"not measurable so\"")
        .contains("same-version,");
    assertThat(type("change", "--accuracy", STORY.join.hash().toString()).code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theCoinJoinIsFoundAloneAndAmongAll() throws IOException {
    JsonNode sign = json("coinjoin", STORY.join.hash().toString()).get("signs").get(0);
    assertThat(sign.get("kind").asText()).isEqualTo("equal-outputs");
    assertThat(sign.get("stands").asBoolean()).isTrue();
    assertThat(json("coinjoin", STORY.theft.hash().toString()).at("/signs/0/kind").asText())
        .isEqualTo("none");
    json("coinjoin");
    assertThat(rows("SELECT DISTINCT lhex(tx_hash) AS tx FROM btc_findings.coinjoins"))
        .isEqualTo("tx\n\"" + STORY.join.hash() + "\"\n");
  }

  @Test
  void aPeelingChainIsTheSameFromBothOfItsPayments() throws IOException {
    JsonNode first = json("peel", STORY.firstPeel.hash().toString());
    JsonNode second = json("peel", STORY.secondPeel.hash().toString());
    assertThat(first.get("steps")).isEqualTo(second.get("steps"));
    assertThat(first.get("payments").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(first.get("stopped_after").asText()).isEqualTo("other-shape");
    assertThat(first.get("steps").toString())
        .contains("\"address\":\"mallory-3\",\"value\":369998000,\"role\":\"change\"");
    assertThat(json("peel", STORY.join.hash().toString()).get("stopped_after").asText())
        .isEqualTo("not-a-step");
  }

  @Test
  void exposureAddsUpToAllOfWhatWasSentOrReceived() throws IOException {
    Path tags =
        Files.writeString(
            folder.resolve("tags.csv"),
            """
            address,owner,category
            exchange-hot,Example Exchange,exchange
            shop,The Shop,merchant
            """);
    JsonNode sent = json("exposure", "mallory", "--tags", tags.toString());
    double percent = 0;
    long value = 0;
    for (JsonNode row : sent.get("exposure")) {
      percent += row.get("percent").asDouble();
      value += row.get("value").asLong();
    }
    assertThat(value).isEqualTo(400_000_000L).isEqualTo(sent.get("total").asLong());
    assertThat(percent).isCloseTo(100, offset(0.01));
    assertThat(sent.at("/exposure/1/category").asText()).isEqualTo("merchant");
    assertThat(sent.at("/exposure/1/direct").asLong()).isPositive();
    JsonNode received =
        json("exposure", "exchange-cold", "--tags", tags.toString(), "--direction", "in");
    assertThat(received.at("/exposure/0/percent").asDouble()).isEqualTo(100);
    assertThat(type("exposure", "shop", "--tags", tags.toString(), "--max-hops", "0").code())
        .isEqualTo(ExitCode.CONFIGURATION);
    assertThat(type("exposure", "shop", "--tags", tags.toString(), "--method", "poison").code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void entropyIsCountedWithItsLinksOrNotGuessed() throws IOException {
    JsonNode join = json("entropy", STORY.join.hash().toString());
    assertThat(join.get("interpretations").asLong()).isGreaterThan(1);
    assertThat(join.get("links")).hasSize(50);
    assertThat(join.get("guarantee").asText()).isEqualTo("conditional");
    JsonNode plain = json("entropy", STORY.deposit.hash().toString());
    assertThat(plain.get("interpretations").asLong()).isEqualTo(1);
    assertThat(plain.get("deterministic_links").asLong()).isEqualTo(1);
    assertThat(json("entropy", BitcoinChain.txHash(0).toString()).get("not_counted").asText())
        .contains("coinbase");
    assertThat(type("entropy", "f".repeat(64)).code()).isEqualTo(ExitCode.CONFIGURATION);
  }
}
