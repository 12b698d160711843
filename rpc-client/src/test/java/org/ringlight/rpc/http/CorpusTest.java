package org.ringlight.rpc.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.testing.Corpus;

/** Answers that others recorded from real nodes. */
class CorpusTest {

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(Corpus.folder().resolve("monero/rpc").resolve(folder))) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }

  @Test
  void recordedPagesDecodeAndComeBackAsTheyWere() throws IOException {
    int blocks = 0;
    int transactions = 0;
    int indices = 0;
    List<Path> files = files("monerochan-getBlocksBin", "");
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      ChainPage page = PageReader.read(bytes, bytes.length, file.toString()).orElseThrow();
      byte[] written = PageWriter.write(page, PageForm.PRUNED);
      ChainPage again = PageReader.read(written, written.length, "written").orElseThrow();
      assertThat(again).usingRecursiveComparison().isEqualTo(page);
      assertThat(page.blocks()).isNotEmpty();
      assertThat(page.startHeight() + page.blocks().size()).isLessThanOrEqualTo(page.chainHeight());
      for (UnverifiedBlock block : page.blocks()) {
        blocks++;
        transactions += block.transactions().size();
        indices += block.outputIndices().stream().mapToInt(list -> list.length).sum();
        assertThat(block.transactions()).allMatch(tx -> tx.prunableHash() == null);
      }
    }
    System.out.printf(
        "corpus: %d recorded pages, %d blocks, %d transactions, %d output indices%n",
        files.size(), blocks, transactions, indices);
    assertThat(files).hasSize(9);
    assertThat(transactions).isPositive();
  }

  @Test
  void recordedJsonIsReadOrRefusedForWhatItIs() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, Integer> counts = new TreeMap<>();
    for (Path file : files("", ".json")) {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes[0] != '{' && bytes[0] != '[') {
        counts.merge("links to others, stored as their path", 1, Integer::sum);
        continue;
      }
      JsonNode tree = json.readTree(bytes);
      boolean answer = tree.isObject() && (tree.has("jsonrpc") || tree.has("status"));
      if (answer) {
        JsonCalls.Answer read = JsonCalls.read(new Body(bytes, bytes.length));
        assertThat(read.whole()).isEqualTo(tree);
        assertThat(read.result().isMissingNode()).isFalse();
      } else {
        assertThat(tree.isMissingNode()).as(file.toString()).isFalse();
      }
      counts.merge(answer ? "answers" : "other JSON", 1, Integer::sum);
    }
    System.out.println("corpus: JSON files " + counts);
    assertThat(counts.get("answers")).isGreaterThan(100);
  }
}
