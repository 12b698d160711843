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

/** What the commands say of a theft whose every payment is known. */
class BitcoinCommandsTest {

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
    all.add("--format");
    all.add("json");
    Typed answer = type(all.toArray(String[]::new));
    assertThat(answer.code()).as(answer.talk()).isZero();
    return JSON.readTree(answer.out());
  }

  private String rows(String query) {
    Typed answer = type("sql", "--format", "csv", query);
    assertThat(answer.code()).as(answer.talk()).isZero();
    return answer.out();
  }

  private Path tags() throws IOException {
    return Files.writeString(
        folder.resolve("tags.csv"),
        """
        address,owner,category
        exchange-hot,Example Exchange,exchange
        shop,The Shop,merchant
        never-seen,Nobody,other
        """);
  }

  private static JsonNode find(JsonNode rows, String field, String value) {
    for (JsonNode row : rows) {
      if (row.path(field).asText().equals(value)) {
        return row;
      }
    }
    throw new AssertionError("no " + field + " " + value + " in " + rows.toPrettyString());
  }

  @Test
  void clustersAreWrittenAndTheCoinJoinJoinsNobody() throws IOException {
    JsonNode summary = json("cluster");
    assertThat(summary.get("clusters").asInt()).isEqualTo(2);
    assertThat(summary.get("addresses_in_clusters").asInt()).isEqualTo(4);
    assertThat(find(summary.get("refused_merges"), "reason", "coin-join").get("refused").asInt())
        .isEqualTo(1);
    assertThat(rows("SELECT address, cluster, guarantee FROM btc_findings.clusters"))
        .contains(
            "vault-1,vault-1,statistical",
            "vault-2,vault-1,statistical",
            "exchange-hot,exchange-hot,statistical",
            "exchange-deposit,exchange-hot,statistical");
    assertThat(
            rows(
                "SELECT lhex(tx_hash) AS tx, reason, len(clusters) FROM"
                    + " btc_findings.refused_merges"))
        .contains(STORY.join.hash() + "\",coin-join,5");
    assertThat(rows("SELECT heuristics, claims, height FROM btc_findings.runs"))
        .contains("common-input-ownership,5," + STORY.chain.height());
  }

  @Test
  void theClusterOfAnAddressIsShownWithItsMembersAndWhatWasRefused() throws IOException {
    json("cluster");
    for (String[] command :
        List.of(
            new String[] {"cluster", "exchange-deposit", "mallory-3"},
            new String[] {"cluster", "--no-write", "exchange-deposit", "mallory-3"})) {
      JsonNode shown = json(command);
      JsonNode exchange = find(shown.get("clusters"), "asked", "exchange-deposit");
      assertThat(exchange.get("cluster").asText()).isEqualTo("exchange-hot");
      assertThat(exchange.get("addresses").asInt()).isEqualTo(2);
      assertThat(shown.get("members")).hasSize(3);
      assertThat(find(shown.get("refused_merges"), "cluster", "mallory-3").get("reason").asText())
          .isEqualTo("coin-join");
    }
    assertThat(type("cluster", "--format", "csv", "vault-2").out())
        .isEqualTo(
            """
            cluster,address,guarantee
            vault-1,vault-1,statistical
            vault-1,vault-2,statistical
            """);
  }

  @Test
  void taintNamesTheDepositAndHowMuchOfTheTheftCameThere() throws IOException {
    JsonNode said =
        json(
            "taint",
            "--source",
            STORY.theft.hash() + ":0",
            "--method",
            "all",
            "--case",
            "theft",
            "--tags",
            tags().toString());
    JsonNode fifo = row(said.get("outputs"), "fifo", "exchange-deposit");
    assertThat(fifo.get("tainted").asLong()).isEqualTo(269_996_000L);
    assertThat(fifo.get("transaction").asText()).isEqualTo(STORY.deposit.hash().toString());
    assertThat(fifo.get("place").asText()).isEqualTo("service");
    assertThat(fifo.get("owner").asText()).isEqualTo("Example Exchange");
    assertThat(fifo.get("guarantee").asText()).isEqualTo("conditional");
    for (JsonNode method : said.get("assumptions")) {
      String name = method.get("method").asText();
      if (name.equals("poison")) {
        continue;
      }
      double percent = 0;
      long parts = 0;
      for (JsonNode service : said.get("services")) {
        if (service.get("method").asText().equals(name)) {
          percent += service.get("percent").asDouble();
          parts += service.get("tainted").asLong();
          if (!service.get("at_most").isNull()) {
            assertThat(service.get("tainted").asLong())
                .isLessThanOrEqualTo(service.get("at_most").asLong());
          }
        }
      }
      assertThat(parts).as(name).isEqualTo(400_000_000L);
      assertThat(percent).as(name).isCloseTo(100, offset(0.01));
    }
    JsonNode shop = find(said.get("services"), "owner", "The Shop");
    assertThat(shop.get("tainted").asLong()).isEqualTo(10_000_000L);
    assertThat(shop.get("at_most").asLong()).isEqualTo(10_000_000L);
    assertThat(rows("SELECT DISTINCT case_name, guarantee FROM btc_findings.taint"))
        .contains("theft,conditional");
  }

  private static JsonNode row(JsonNode rows, String method, String address) {
    for (JsonNode row : rows) {
      if (row.get("method").asText().equals(method)
          && row.get("address").asText().equals(address)) {
        return row;
      }
    }
    throw new AssertionError("no " + method + " " + address + " in " + rows.toPrettyString());
  }

  @Test
  void aCaseReplacesItselfAndNoOther() throws IOException {
    json("taint", "--source", STORY.theft.hash() + ":0", "--case", "one");
    json("taint", "--source", "mallory-2", "--case", "two");
    String before = rows("SELECT count(*) FROM btc_findings.taint WHERE case_name = 'one'");
    json("taint", "--source", STORY.theft.hash() + ":0=5", "--case", "two", "--method", "fifo");
    assertThat(rows("SELECT count(*) FROM btc_findings.taint WHERE case_name = 'one'"))
        .isEqualTo(before);
    assertThat(rows("SELECT DISTINCT source FROM btc_findings.taint WHERE case_name = 'two'"))
        .contains("=5")
        .doesNotContain("mallory");
    assertThat(rows("SELECT address, tainted FROM btc_findings.taint WHERE case_name = 'two'"))
        .isEqualTo("address,tainted\nshop,5\n");
    json("cluster");
    assertThat(rows("SELECT count(*) FROM btc_findings.taint WHERE case_name = 'one'"))
        .isEqualTo(before);
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    assertThat(type("cluster", "nowhere").talk()).contains("no such address").contains("nowhere");
    assertThat(type("cluster", "nowhere").code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(type("taint", "--source", "f".repeat(64) + ":0").talk())
        .contains("no such transaction");
    assertThat(type("taint", "--source", "x:y").code()).isEqualTo(ExitCode.USAGE);
    assertThat(type("taint", "--source", "shop", "--method", "guess").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(type("taint", "--source", "shop", "--until", "0").code())
        .isEqualTo(ExitCode.CONFIGURATION);
    Typed tooMuch = type("taint", "--source", STORY.theft.hash() + ":0=9999999999999999");
    assertThat(tooMuch.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(tooMuch.talk()).contains("more than the output is worth");
    assertThat(type("taint", "--source", "shop", "--case", " ").code()).isEqualTo(ExitCode.USAGE);
    assertThat(type("taint", "--source", "shop", "--min", "-1").code()).isEqualTo(ExitCode.USAGE);
    for (String command : List.of("index", "index-btc")) {
      Typed below = type(command, "--to", "-1");
      assertThat(below.code()).isEqualTo(ExitCode.USAGE);
      assertThat(below.talk()).contains("ringlight " + command + " --help");
    }
    Typed backwards = type("graph", "load", "--from", "9", "--to", "3");
    assertThat(backwards.code()).isEqualTo(ExitCode.USAGE);
    assertThat(backwards.talk()).contains("ringlight graph load --help");
    Typed nothing = type("graph", "expand", "--seed", "shop", "--max-nodes", "0");
    assertThat(nothing.code()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing.talk()).contains("ringlight graph expand --help");
    for (String command : List.of("change", "coinjoin")) {
      Typed none = type(command, "nothash");
      assertThat(none.code()).isEqualTo(ExitCode.USAGE);
      assertThat(none.talk()).contains("'nothash' is not a transaction hash of 64 hex digits");
    }
    Path bad =
        Files.writeString(
            folder.resolve("bad.csv"), "address,owner,category\na,b,c\n\na,other,c\n");
    Typed answer = type("cluster", "--tags", bad.toString());
    assertThat(answer.code()).isEqualTo(ExitCode.DATA_INVALID);
    assertThat(answer.talk()).contains("line 4").contains("line 2");
    assertThat(Typed.in("--data", folder.resolve("none").toString(), "cluster").code())
        .isEqualTo(ExitCode.CONFIGURATION);
  }
}
