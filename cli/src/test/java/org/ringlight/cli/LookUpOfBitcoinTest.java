package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.BitcoinChain;
import org.ringlight.lake.mini.BitcoinStory;
import org.ringlight.lake.mini.MiniChain;

/** Blocks and transactions of Bitcoin, alone and beside Monero's. */
class LookUpOfBitcoinTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final BitcoinStory story = BitcoinStory.tell();

  @BeforeEach
  void write() {
    try (Lake lake = Lake.open(folder)) {
      story.chain().writeTo(lake);
    }
  }

  private Typed typed(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--data", folder.toString()));
    all.addAll(List.of(arguments));
    return Typed.in(all.toArray(String[]::new));
  }

  private JsonNode json(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    Typed answer = typed(all.toArray(String[]::new));
    assertThat(answer.code()).as(answer.talk()).isZero();
    return JSON.readTree(answer.out());
  }

  @Test
  void aTransactionHasItsInputsWithWhatTheySpendAndItsOutputs() throws IOException {
    JsonNode sweep = json("tx", story.sweep().hash().toString());
    assertThat(sweep.get("chain").asText()).isEqualTo("bitcoin");
    assertThat(sweep.get("height").asLong()).isEqualTo(13);
    assertThat(sweep.get("fee").asLong()).isEqualTo(BitcoinStory.FEE);
    assertThat(sweep.get("inputs").findValuesAsText("address"))
        .containsExactly("deposit-1", "deposit-2");
    assertThat(sweep.get("inputs").get(0).get("spends").asText())
        .isEqualTo(story.deposit().hash() + ":0");
    assertThat(sweep.get("outputs").get(0).get("value").asLong()).isEqualTo(1_499_980_000);
    assertThat(sweep.get("outputs").get(1).get("address").isNull()).isTrue();
    assertThat(typed("tx", story.sweep().hash().toString()).out())
        .contains("inputs:")
        .contains("deposit-2");
  }

  @Test
  void aBlockIsFoundByItsHeightAndByItsId() throws IOException {
    JsonNode block = json("block", "12");
    assertThat(block.get("chain").asText()).isEqualTo("bitcoin");
    assertThat(block.get("hash").asText()).isEqualTo(BitcoinChain.blockHash(12).toString());
    assertThat(block.get("transactions").findValuesAsText("hash"))
        .hasSize(3)
        .contains(story.deposit().hash().toString(), story.otherDeposit().hash().toString());
    assertThat(json("block", block.get("hash").asText())).isEqualTo(block);
    assertThat(typed("block", "16").code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(typed("tx", "ab".repeat(32)).talk()).contains("no such transaction");
  }

  @Test
  void whereBothChainsAreAHeightIsMonerosUnlessTheChainIsNamed(@TempDir Path both)
      throws IOException {
    MiniChain.ofStory().write(both);
    try (Lake lake = Lake.openExisting(both)) {
      story.chain().writeTo(lake);
    }
    folder = both;
    assertThat(json("block", "3").has("chain")).isFalse();
    assertThat(json("block", "3", "--chain", "monero")).isEqualTo(json("block", "3"));
    JsonNode bitcoin = json("block", "3", "--chain", "bitcoin");
    assertThat(bitcoin.get("hash").asText()).isEqualTo(BitcoinChain.blockHash(3).toString());
    assertThat(json("block", bitcoin.get("hash").asText())).isEqualTo(bitcoin);
    Typed none = typed("block", "--chain", "monero", bitcoin.get("hash").asText());
    assertThat(none.code()).isEqualTo(ExitCode.CONFIGURATION);
  }
}
