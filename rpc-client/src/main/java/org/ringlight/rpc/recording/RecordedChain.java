package org.ringlight.rpc.recording;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.UnverifiedTransaction;
import org.ringlight.rpc.http.PageReader;

/** A recording read into memory, with what it takes to find things in it. */
final class RecordedChain {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};

  /** Where a transaction is; the coinbase has position -1. */
  record Place(int height, int position) {}

  private final Recording recording;
  private final List<RecordedBlock> blocks = new ArrayList<>();
  private final Map<BlockHash, Integer> heights = new HashMap<>();
  private final Map<TxHash, Place> places = new HashMap<>();
  private final Set<KeyImage> keyImages = new HashSet<>();

  RecordedChain(Recording recording) {
    this.recording = recording;
    List<JsonNode> headers = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : recording.folder("headers").entrySet()) {
      JsonNode page = json(entry.getKey(), entry.getValue()).path("result").path("headers");
      headers.addAll(JSON.convertValue(page, LIST));
    }
    for (Map.Entry<String, byte[]> entry : recording.folder("blocks").entrySet()) {
      String name = entry.getKey();
      byte[] bytes = entry.getValue();
      ChainPage page =
          PageReader.read(bytes, bytes.length, name)
              .orElseThrow(() -> invalid("a page that failed", name));
      String beside = name.replace("blocks/", "transactions/");
      PrunableParts parts =
          PrunableParts.read(
              recording.entry(beside).orElseThrow(() -> invalid("an entry is missing", beside)));
      add(page, parts, headers, name);
    }
    if (blocks.size() != headers.size() || blocks.isEmpty()) {
      throw invalid(headers.size() + " headers for " + blocks.size() + " blocks", "headers");
    }
  }

  private void add(ChainPage page, PrunableParts parts, List<JsonNode> headers, String name) {
    int next = 0;
    for (UnverifiedBlock block : page.blocks()) {
      int height = blocks.size();
      int end = next + block.transactions().size();
      if (height >= headers.size() || end > parts.hashes().size()) {
        throw invalid("more blocks or transactions than are known by hash", name);
      }
      List<UnverifiedTransaction> transactions = new ArrayList<>();
      for (int i = next; i < end; i++) {
        byte[] blob = block.transactions().get(i - next).blob();
        transactions.add(new UnverifiedTransaction(blob, parts.prunableHashes().get(i)));
        places.put(parts.hashes().get(i), new Place(height, i - next));
        keyImages.addAll(KeyImages.in(blob));
      }
      JsonNode header = headers.get(height);
      heights.put(BlockHash.parse(header.path("hash").asText()), height);
      places.put(TxHash.parse(header.path("miner_tx_hash").asText()), new Place(height, -1));
      blocks.add(
          new RecordedBlock(
              header,
              new UnverifiedBlock(block.blob(), transactions, block.outputIndices()),
              parts.hashes().subList(next, end),
              parts.parts().isEmpty() ? List.of() : parts.parts().subList(next, end)));
      next = end;
    }
  }

  List<RecordedBlock> blocks() {
    return blocks;
  }

  Map<BlockHash, Integer> heights() {
    return heights;
  }

  Map<TxHash, Place> places() {
    return places;
  }

  Set<KeyImage> keyImages() {
    return keyImages;
  }

  /** An answer recorded whole. */
  JsonNode answer(String name) {
    return json(
        name, recording.entry(name).orElseThrow(() -> invalid("an entry is missing", name)));
  }

  boolean has(String name) {
    return recording.entry(name).isPresent();
  }

  /** Answers recorded under names that begin so. */
  List<JsonNode> answers(String beginning) {
    List<JsonNode> found = new ArrayList<>();
    recording
        .entries()
        .tailMap(beginning)
        .forEach(
            (name, bytes) -> {
              if (name.startsWith(beginning)) {
                found.add(json(name, bytes));
              }
            });
    return found;
  }

  private static JsonNode json(String name, byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new DataInvalid("no JSON", name, "record it again", e);
    }
  }

  private static DataInvalid invalid(String what, String entry) {
    return new DataInvalid(
        "a recording that does not hold together: " + what, entry, "record it again");
  }
}
