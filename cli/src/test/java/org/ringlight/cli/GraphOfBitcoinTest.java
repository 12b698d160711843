package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.mini.BitcoinChain;
import org.ringlight.lake.mini.BitcoinStory;
import org.ringlight.lake.table.BitcoinClusterRow;
import org.ringlight.lake.table.Namespace;

/** The graph of a story on Bitcoin from the command line. */
class GraphOfBitcoinTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final BitcoinStory story = BitcoinStory.tell();

  @AfterEach
  void stop() {
    Typed.in("--data", folder.toString(), "graph", "stop");
  }

  private Typed typed(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--data";
    all[1] = folder.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    Typed answer = Typed.in(all);
    assertThat(answer.code()).as(answer.talk()).isZero();
    return answer;
  }

  private JsonNode query(String name, String parameter) throws Exception {
    return JSON.readTree(typed("query", name, "-p", parameter, "--format", "json").out());
  }

  @Test
  void isLoadedCheckedAskedAndTheClustersWithIt() throws Exception {
    try (Lake lake = Lake.open(folder)) {
      story.chain().writeTo(lake);
      clusters(lake);
    }
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
    assertThat(typed("graph", "clusters").talk()).contains("2 relationships");
    assertThat(query("btc-cluster-members", "address=deposit-2")).hasSize(2);
    assertThat(typed("graph", "expand", "--seed", "deposit-1", "--hops", "0", "--case", "c").out())
        .contains("transactions")
        .contains("addresses");
  }

  private void clusters(Lake lake) {
    try (Writer writer = lake.writer(Namespace.BTC_FINDINGS);
        Commit commit = writer.begin()) {
      for (String address : List.of("deposit-1", "deposit-2")) {
        commit.append(
            BitcoinClusterRow.TABLE,
            new BitcoinClusterRow(
                story.chain().addressId(address), address, "deposit-1", "a run", 15));
      }
      commit.commit(15, BitcoinChain.blockHash(15));
    }
  }
}
