package org.ringlight.rpc.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.UnverifiedTransaction;

/** {@code /get_transactions} and {@code /is_key_image_spent} answered from a recording. */
final class RecordedTransactions {

  private static final HexFormat HEX = HexFormat.of();

  /** Keccak-256 of nothing, which monerod gives for a version 2 coinbase. */
  private static final Hash OF_NOTHING =
      Hash.parse("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");

  private final RecordedChain chain;

  /** Of orphaned blocks, as recorded. */
  private final Map<String, JsonNode> elsewhere = new HashMap<>();

  RecordedTransactions(RecordedChain chain) {
    this.chain = chain;
    for (JsonNode answer : chain.answers("alternative/")) {
      answer.path("txs").forEach(tx -> elsewhere.putIfAbsent(tx.path("tx_hash").asText(), tx));
    }
  }

  JsonNode transactions(JsonNode request) {
    boolean apart = request.path("split").asBoolean() || request.path("prune").asBoolean();
    ObjectNode answer = RecordedMethods.ok();
    ArrayNode found = RecordedChain.JSON.createArrayNode();
    ArrayNode missed = RecordedChain.JSON.createArrayNode();
    for (JsonNode hash : request.path("txs_hashes")) {
      ObjectNode entry = entry(hash.asText(), request.path("prune").asBoolean(), apart);
      if (entry == null) {
        missed.add(hash.asText());
      } else {
        found.add(entry);
      }
    }
    if (!found.isEmpty()) {
      answer.set("txs", found);
    }
    if (!missed.isEmpty()) {
      answer.set("missed_tx", missed);
    }
    return answer;
  }

  private @Nullable ObjectNode entry(String hash, boolean prune, boolean apart) {
    RecordedChain.Place place;
    try {
      place = chain.places().get(TxHash.parse(hash));
    } catch (IllegalArgumentException e) {
      return null;
    }
    if (place == null) {
      return elsewhere.get(hash) instanceof ObjectNode recorded ? recorded : null;
    }
    RecordedBlock block = chain.blocks().get(place.height());
    byte[] pruned;
    byte[] prunable = new byte[0];
    @Nullable Hash prunableHash;
    if (place.position() < 0) {
      pruned = BlockParts.coinbase(block.pruned().blob(), block.hashes().size());
      prunableHash = pruned[0] == 1 ? null : OF_NOTHING;
    } else {
      UnverifiedTransaction transaction = block.pruned().transactions().get(place.position());
      pruned = transaction.blob();
      prunableHash = transaction.prunableHash();
      if (block.isWhole() && !prune) {
        prunable = block.prunableParts().get(place.position());
      }
    }
    ObjectNode entry = RecordedChain.JSON.createObjectNode();
    boolean whole = !apart && (block.isWhole() || place.position() < 0);
    entry.put("as_hex", whole ? HEX.formatHex(pruned) + HEX.formatHex(prunable) : "");
    entry.put("as_json", "");
    entry.put("block_height", place.height());
    entry.put("block_timestamp", block.header().path("timestamp").asLong());
    entry.put("confirmations", chain.blocks().size() - place.height());
    entry.put("double_spend_seen", false);
    entry.put("in_pool", false);
    ArrayNode indices = entry.putArray("output_indices");
    Arrays.stream(block.pruned().outputIndices().get(place.position() + 1)).forEach(indices::add);
    entry.put("prunable_as_hex", whole ? "" : HEX.formatHex(prunable));
    entry.put("prunable_hash", prunableHash == null ? "0".repeat(64) : prunableHash.toString());
    entry.put("pruned_as_hex", whole ? "" : HEX.formatHex(pruned));
    return entry.put("tx_hash", hash);
  }

  JsonNode keyImages(JsonNode request) {
    ObjectNode answer = RecordedMethods.ok();
    ArrayNode statuses = answer.putArray("spent_status");
    for (JsonNode image : request.path("key_images")) {
      boolean spent;
      try {
        spent = chain.keyImages().contains(KeyImage.parse(image.asText()));
      } catch (IllegalArgumentException e) {
        return answer.put("status", "Failed to parse hex representation of key image");
      }
      statuses.add(spent ? 1 : 0);
    }
    return answer;
  }
}
