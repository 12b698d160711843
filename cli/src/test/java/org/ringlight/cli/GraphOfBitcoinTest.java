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
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.BitcoinStory;

/** The graph of a story on Bitcoin from the command line. */
class GraphOfBitcoinTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final BitcoinStory story = BitcoinStory.tell();

  @AfterEach
  void stop() {
    Typed.in("--data", folder.toString(), "graph", "stop");
  }

  private Typed attempt(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--data";
    all[1] = folder.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Typed.in(all);
  }

  private Typed typed(String... arguments) {
    Typed answer = attempt(arguments);
    assertThat(answer.code()).as(answer.talk()).isZero();
    return answer;
  }

  private JsonNode query(String name, String... parameters) throws Exception {
    List<String> all = new ArrayList<>(List.of("query", name, "--format", "json"));
    for (String parameter : parameters) {
      all.addAll(List.of("-p", parameter));
    }
    return JSON.readTree(typed(all.toArray(String[]::new)).out());
  }

  @Test
  void isLoadedCheckedAskedAndWhatWasFoundWithIt() throws Exception {
    try (Lake lake = Lake.open(folder)) {
      story.chain().writeTo(lake);
    }
    assertThat(attempt("graph", "clusters").talk())
        .contains("there are no findings of Bitcoin yet");
    find();
    typed("graph", "load", "--heap", "512m", "--page-cache", "256m");
    assertThat(typed("graph", "status").out()).contains("bitcoin").contains("heights 0 to 15");
    assertThat(typed("graph", "verify").out())
        .contains("bitcoin")
        .contains("addresses")
        .contains("the graph is what the tables say");
    assertThat(typed("graph", "load").talk()).contains("heights 0 to 15 of bitcoin");
    JsonNode chain = query("btc-peeling-chain", "output=" + story.theft().hash() + ":0");
    assertThat(chain).hasSize(4);
    assertThat(chain.get(3).get("peeled_to").asText()).isEqualTo("shop-4");
    assertThat(typed("graph", "expand", "--seed", "deposit-1", "--hops", "0", "--case", "c").out())
        .contains("transactions")
        .contains("addresses");
    bring();
    ask();
    tamper();
  }

  private void find() throws IOException {
    typed("cluster");
    typed("change");
    typed("coinjoin");
    Path tags =
        Files.writeString(
            folder.resolve("tags.csv"),
            """
            address,owner,category
            deposit-1,Example Exchange,exchange
            """);
    typed(
        "taint",
        "--source",
        story.theft().hash() + ":0",
        "--method",
        "all",
        "--case",
        "theft",
        "--tags",
        tags.toString());
    typed("taint", "--source", "bob", "--case", "bob");
  }

  private void bring() throws IOException {
    assertThat(typed("graph", "clusters").talk()).contains("2 relationships");
    typed("graph", "taint");
    typed("graph", "taint", "--case", "theft");
    Typed none = attempt("graph", "taint", "--case", "nothing");
    assertThat(none.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(none.talk()).contains("taint nothing");
    typed("graph", "change");
    typed("graph", "coinjoins");
    Path labels =
        Files.writeString(
            folder.resolve("labels.csv"),
            """
            subject,label,category,confidence,source
            address:deposit-1,Example Exchange,exchange,90,a court order
            """);
    typed("graph", "labels", labels.toString());
    assertThat(typed("graph", "status").out())
        .contains("from theft, made at height 15")
        .contains("from bob")
        .contains("from change")
        .contains("from coinjoin");
    assertThat(typed("graph", "verify").out()).contains("the findings are what was brought");
  }

  private void ask() throws Exception {
    assertThat(query("btc-cluster-members", "address=deposit-2")).hasSize(2);
    JsonNode first =
        query("btc-tainted-outputs", "case_name=theft", "method=fifo", "limit=1").get(0);
    assertThat(first.get("tainted").asLong()).isEqualTo(BitcoinStory.MIXED);
    JsonNode owners = query("btc-taint-by-owner", "case_name=theft", "method=fifo");
    assertThat(owners.findValuesAsText("owner")).contains("Example Exchange");
    JsonNode way =
        query("btc-taint-paths", "case_name=theft", "method=fifo", "label=Example Exchange").get(0);
    assertThat(way.get("output").asText()).isEqualTo(story.deposit().hash() + ":0");
    assertThat(way.get("hops").asInt()).isEqualTo(6);
    JsonNode change = query("btc-change-chain", "transaction=" + story.peels().get(0).hash());
    assertThat(change.findValuesAsText("address")).startsWith("thief-2", "thief-3");
    JsonNode signs = query("btc-coinjoin-signs", "from_height=0", "to_height=15");
    assertThat(signs.get(0).get("transaction").asText())
        .isEqualTo(story.coinJoin().hash().toString());
  }

  private void tamper() {
    try (GraphConnection graph =
        GraphConnection.open(GraphServer.of(folder).running().orElseThrow())) {
      graph.run("MATCH (:Run {source: 'theft'})-[t:TAINTS]->() WITH t LIMIT 1 SET t.tainted = 1");
    }
    Typed found = attempt("graph", "verify");
    assertThat(found.code()).isEqualTo(ExitCode.DATA_INVALID);
    assertThat(found.out()).contains("taint of theft: not what was brought");
    assertThat(typed("graph", "verify", "--repair").out()).contains("runs that count no more: 1");
    assertThat(typed("graph", "verify").out()).contains("the findings are what was brought");
    typed("graph", "taint");
    assertThat(typed("graph", "verify").out()).contains("the findings are what was brought");
  }
}
