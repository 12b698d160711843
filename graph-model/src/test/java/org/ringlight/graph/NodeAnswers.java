package org.ringlight.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a monerod says of every transaction of its main chain, in its own JSON ({@code
 * /get_transactions} with {@code decode_as_json}) and by nothing of ours: no client, no decoder.
 */
final class NodeAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 50;

  private final URI node;
  private final HttpClient http = HttpClient.newHttpClient();

  NodeAnswers(URI node) {
    this.node = node;
  }

  /** A transaction: its rings in order of inputs, its outputs in order. */
  record Told(long height, boolean coinbase, List<ToldRing> rings, List<ToldOutput> outputs) {}

  /** A ring: places of its members in their index space, in order. */
  record ToldRing(String keyImage, long indexSpace, List<Long> amountIndexes) {}

  /** An output by its name and key. */
  record ToldOutput(long indexSpace, long amountIndex, String publicKey) {}

  JsonNode ask(String path, Map<String, ?> question) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(node.resolve("/" + path))
              .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(question)))
              .build();
      JsonNode whole =
          JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
      JsonNode answer = whole.path("result").isObject() ? whole.get("result") : whole;
      if (!answer.path("status").asText().equals("OK")) {
        throw new IllegalStateException(path + " " + question + ": " + whole);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private JsonNode block(long height) {
    return ask(
        "json_rpc",
        Map.of(
            "jsonrpc",
            "2.0",
            "id",
            "0",
            "method",
            "get_block",
            "params",
            Map.of("height", height)));
  }

  /** All of them, by hash, in the order of the chain. */
  Map<String, Told> everything() {
    long size = ask("get_info", Map.of()).get("height").asLong();
    Map<String, Told> told = new LinkedHashMap<>();
    List<String> hashes = new ArrayList<>();
    Set<String> coinbases = new HashSet<>();
    for (long height = 0; height < size; height++) {
      JsonNode block = block(height);
      String coinbase = block.get("miner_tx_hash").asText();
      coinbases.add(coinbase);
      hashes.add(coinbase);
      block.path("tx_hashes").forEach(hash -> hashes.add(hash.asText()));
    }
    for (int from = 0; from < hashes.size(); from += AT_ONCE) {
      List<String> some = hashes.subList(from, Math.min(hashes.size(), from + AT_ONCE));
      JsonNode answer = ask("get_transactions", Map.of("txs_hashes", some, "decode_as_json", true));
      for (JsonNode one : answer.get("txs")) {
        String hash = one.get("tx_hash").asText();
        told.put(hash, read(one, coinbases.contains(hash)));
      }
    }
    return told;
  }

  private static Told read(JsonNode one, boolean coinbase) {
    JsonNode transaction;
    try {
      transaction = JSON.readTree(one.get("as_json").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<ToldRing> rings = new ArrayList<>();
    for (JsonNode input : transaction.get("vin")) {
      if (input.has("key")) {
        rings.add(ring(input.get("key")));
      }
    }
    List<ToldOutput> outputs = new ArrayList<>();
    boolean hidden = transaction.get("version").asInt() == 2;
    for (JsonNode output : transaction.get("vout")) {
      JsonNode target = output.get("target");
      JsonNode key = target.has("key") ? target.get("key") : target.get("tagged_key").get("key");
      outputs.add(
          new ToldOutput(
              hidden ? 0 : output.get("amount").asLong(),
              one.get("output_indices").get(outputs.size()).asLong(),
              key.asText()));
    }
    return new Told(one.get("block_height").asLong(), coinbase, rings, outputs);
  }

  /** The node gives each place as its distance from the one before. */
  private static ToldRing ring(JsonNode key) {
    List<Long> places = new ArrayList<>();
    long place = 0;
    for (JsonNode distance : key.get("key_offsets")) {
      place += distance.asLong();
      places.add(place);
    }
    return new ToldRing(key.get("k_image").asText(), key.get("amount").asLong(), places);
  }
}
