package org.ringlight.rpc.monerojava;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.MinedRing;

/**
 * Reads a node's JSON. What is missing or of the wrong kind is an {@link IllegalArgumentException},
 * which the caller reports with the node's address.
 */
final class MinedJson {

  static final ObjectMapper JSON = new ObjectMapper();

  private MinedJson() {}

  /** A whole number from 0 that must be there. */
  static long natural(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw new IllegalArgumentException("field " + field + " is " + value);
    }
    return value.longValue();
  }

  /** A list of hashes; monerod leaves empty lists out. */
  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** The answer to {@code get_block}. */
  static MinedBlock block(JsonNode result) {
    JsonNode header = result.path("block_header");
    return new MinedBlock(
        natural(header, "height"),
        BlockHash.parse(header.path("hash").asText()),
        BlockHash.parse(header.path("prev_hash").asText()),
        natural(header, "timestamp"),
        TxHash.parse(header.path("miner_tx_hash").asText()),
        texts(result.path("tx_hashes")).stream().map(TxHash::parse).toList());
  }

  /** The rings in one entry of the answer to {@code get_transactions} with decode_as_json. */
  static List<MinedRing> rings(JsonNode entry) {
    TxHash hash = TxHash.parse(entry.path("tx_hash").asText());
    JsonNode transaction = parse(entry.path("as_json").asText());
    List<MinedRing> rings = new ArrayList<>();
    for (JsonNode input : transaction.path("vin")) {
      JsonNode key = input.path("key");
      if (key.isObject()) {
        rings.add(
            new MinedRing(
                hash,
                KeyImage.parse(key.path("k_image").asText()),
                natural(key, "amount"),
                members(key.path("key_offsets"))));
      }
    }
    return rings;
  }

  private static List<Long> members(JsonNode offsets) {
    List<Long> members = new ArrayList<>();
    long index = 0;
    for (JsonNode offset : offsets) {
      index += offset.longValue();
      members.add(index);
    }
    return members;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }
}
