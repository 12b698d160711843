package org.ringlight.rpc.monerod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringlight.rpc.NodeInfo;
import org.ringlight.testing.Corpus;

/** What nodes of mainnet, stagenet and older versions say of themselves. */
class CorpusTest {

  @Test
  void everyRecordedInfoIsRead() throws IOException {
    int read = 0;
    try (Stream<Path> files = Files.walk(Corpus.folder().resolve("monero/rpc"))) {
      for (Path file : files.filter(one -> one.toString().endsWith("get_info.json")).toList()) {
        JsonNode whole = new ObjectMapper().readTree(Files.readAllBytes(file));
        JsonNode info = whole.has("result") ? whole.get("result") : whole;
        NodeInfo node = InfoAnswer.read(new JsonFields(info, file.toString()));
        assertThat(node.nettype()).isIn("mainnet", "stagenet", "testnet");
        assertThat(node.height()).isGreaterThan(100_000);
        read++;
      }
    }
    System.out.println("corpus: " + read + " recorded get_info answers");
    assertThat(read).isGreaterThanOrEqualTo(3);
  }
}
