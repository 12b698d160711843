package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.rpc.bitcoin.Btcd;

/** From a real node to the name of the exchange: index, verify, taint, clusters, graph, queries. */
class TheftOnBtcdTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @AfterEach
  void stop() {
    typed("graph", "stop");
  }

  private Typed typed(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--data", folder.resolve("data").toString()));
    all.addAll(List.of(arguments));
    Typed answer = Typed.in(all.toArray(String[]::new));
    assertThat(answer.code()).as(answer.talk()).isZero();
    return answer;
  }

  private JsonNode json(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    return JSON.readTree(typed(all.toArray(String[]::new)).out());
  }

  @Test
  void theDepositIsNamedWithItsExposure() throws IOException {
    TheftOnBtcd story;
    try (Btcd node = Btcd.start()) {
      story = new TheftOnBtcd(node);
      Path login =
          Files.writeString(
              folder.resolve("login"), Btcd.LOGIN.user() + ":" + Btcd.LOGIN.password());
      typed("index-btc", "--node", node.uri().toString(), "--rpc-login-file", login.toString());
    }
    assertThat(typed("verify").out()).contains("all of it fits");
    taintNamesIt(story);
    theCoinJoinJoinsNobodyAndTheSweepDoes(story);
    queriesNameIt(story);
  }

  private void taintNamesIt(TheftOnBtcd story) throws IOException {
    Path tags =
        Files.writeString(
            folder.resolve("tags.csv"),
            "address,owner,category\n" + story.depositAddress + ",Example Exchange,exchange\n");
    JsonNode said =
        json(
            "taint",
            "--source",
            story.theft + ":0",
            "--method",
            "all",
            "--case",
            "theft",
            "--tags",
            tags.toString());
    JsonNode poison = row(said.get("outputs"), "method", "poison", "place", "service");
    assertThat(poison.get("address").asText()).isEqualTo(story.depositAddress);
    assertThat(poison.get("transaction").asText()).isEqualTo(story.deposit.toString());
    assertThat(poison.get("owner").asText()).isEqualTo("Example Exchange");
    assertThat(poison.get("tainted").asLong()).isEqualTo(TheftOnBtcd.MIXED - TheftOnBtcd.FEE);
    JsonNode haircut = row(said.get("services"), "method", "haircut", "owner", "Example Exchange");
    long came = haircut.get("tainted").asLong();
    assertThat(came).isBetween(1L, haircut.get("at_most").asLong());
    // ann's deposit could be the thief's money too: both addresses are the exchange's by the sweep
    assertThat(haircut.get("at_most").asLong()).isEqualTo(2 * TheftOnBtcd.MIXED - TheftOnBtcd.FEE);
    JsonNode exposed =
        json(
            "exposure",
            story.depositAddress,
            "--tags",
            victims(story).toString(),
            "--direction",
            "in",
            "--max-hops",
            "10");
    assertThat(exposed.toString()).contains("theft");
  }

  private Path victims(TheftOnBtcd story) throws IOException {
    return Files.writeString(
        folder.resolve("victims.csv"),
        "address,owner,category\n" + story.victimAddress + ",The Victim,theft\n");
  }

  private void theCoinJoinJoinsNobodyAndTheSweepDoes(TheftOnBtcd story) throws IOException {
    JsonNode clusters = json("cluster");
    assertThat(row(clusters.get("refused_merges"), "reason", "coin-join").get("refused").asInt())
        .isEqualTo(1);
    JsonNode shown = json("cluster", story.depositAddress);
    assertThat(shown.get("members").toString()).contains(story.otherDepositAddress);
    assertThat(json("coinjoin", story.coinJoin.toString()).toString()).contains("5");
  }

  private void queriesNameIt(TheftOnBtcd story) throws IOException {
    typed("graph", "load", "--heap", "512m", "--page-cache", "256m");
    assertThat(typed("graph", "verify").out()).contains("the graph is what the tables say");
    typed("graph", "clusters");
    typed("graph", "taint");
    Path labels =
        Files.writeString(
            folder.resolve("labels.csv"),
            "subject,label,category,confidence,source\naddress:"
                + story.exchangeAddress
                + ",Example Exchange,exchange,90,a court order\naddress:"
                + story.depositAddress
                + ",Example Exchange,exchange,90,a court order\n");
    typed("graph", "labels", labels.toString());
    assertThat(json("query", "btc-peeling-chain", "-p", "output=" + story.theft + ":0"))
        .hasSize(story.peels.size());
    JsonNode deposits = json("query", "btc-deposits-to-tagged", "-p", "label=Example Exchange");
    assertThat(deposits.findValuesAsText("transaction"))
        .containsExactly(story.deposit.toString(), story.sweep.toString());
    theTaintIsInTheGraph(story);
    assertThat(
            json("query", "btc-coinjoin-candidates", "-p", "from_height=0", "-p", "to_height=200")
                .findValuesAsText("transaction"))
        .containsExactly(story.coinJoin.toString());
  }

  private void theTaintIsInTheGraph(TheftOnBtcd story) throws IOException {
    List<String> fifo = List.of("-p", "case_name=theft", "-p", "method=fifo");
    JsonNode reached = query("btc-tainted-outputs", fifo);
    JsonNode deposit = row(reached, "place", "service");
    assertThat(deposit.get("output").asText()).isEqualTo(story.deposit + ":0");
    assertThat(deposit.get("address").asText()).isEqualTo(story.depositAddress);
    List<String> named = new ArrayList<>(fifo);
    named.addAll(List.of("-p", "label=Example Exchange"));
    JsonNode way = query("btc-taint-paths", named).get(0);
    assertThat(way.get("address").asText()).isEqualTo(story.depositAddress);
    assertThat(way.get("transactions").asText())
        .startsWith(story.peels.get(0).toString())
        .contains(story.coinJoin.toString())
        .endsWith(story.deposit.toString());
    JsonNode owner = row(query("btc-taint-by-owner", fifo), "owner", "Example Exchange");
    assertThat(owner.get("tainted").asLong()).isEqualTo(TheftOnBtcd.MIXED - TheftOnBtcd.FEE);
    assertThat(typed("graph", "verify").out()).contains("the findings are what was brought");
  }

  private JsonNode query(String name, List<String> parameters) throws IOException {
    List<String> all = new ArrayList<>(List.of("query", name));
    all.addAll(parameters);
    return json(all.toArray(String[]::new));
  }

  private static JsonNode row(
      JsonNode rows, String field, String value, String other, String otherValue) {
    for (JsonNode row : rows) {
      if (row.path(field).asText().equals(value) && row.path(other).asText().equals(otherValue)) {
        return row;
      }
    }
    throw new AssertionError("none in " + rows.toPrettyString());
  }

  private static JsonNode row(JsonNode rows, String field, String value) {
    return row(rows, field, value, field, value);
  }
}
