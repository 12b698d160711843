package org.ringlight.rpc.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.ringlight.protocol.BlockHash;

/**
 * The methods of {@code /json_rpc} answered from a recording, with monerod's error codes.
 *
 * <p>Source: monero v0.18.3.4 {@code src/rpc/core_rpc_server.cpp}, {@code
 * src/rpc/core_rpc_server_error_codes.h}.
 */
final class RecordedMethods {

  private static final Set<String> AS_RECORDED =
      Set.of("get_version", "hard_fork_info", "get_fee_estimate", "get_alternate_chains");

  private static final int WRONG_PARAMETER = -1;
  private static final int HEIGHT_TOO_BIG = -2;
  private static final int INTERNAL = -5;
  private static final int METHOD_NOT_FOUND = -32601;

  private final RecordedChain chain;
  private final RecordedOutputs outputs;

  RecordedMethods(RecordedChain chain, RecordedOutputs outputs) {
    this.chain = chain;
    this.outputs = outputs;
  }

  /** The whole JSON-RPC answer to a whole JSON-RPC request. */
  JsonNode answer(JsonNode request) {
    String method = request.path("method").asText();
    JsonNode params = request.path("params");
    if (AS_RECORDED.contains(method)) {
      return chain.answer(method + ".json");
    }
    return switch (method) {
      case "get_info" -> result(chain.answer("get_info.json"));
      case "get_block_count", "getblockcount" -> result(ok().put("count", chain.blocks().size()));
      case "on_get_block_hash", "on_getblockhash" -> blockHash(params.path(0));
      case "get_last_block_header", "getlastblockheader" -> header(chain.blocks().size() - 1);
      case "get_block_header_by_height", "getblockheaderbyheight" ->
          header(params.path("height").asLong(-1));
      case "get_block_header_by_hash", "getblockheaderbyhash" -> header(heightOf(params));
      case "get_block_headers_range", "getblockheadersrange" ->
          headers(params.path("start_height").asLong(-1), params.path("end_height").asLong(-1));
      case "get_block", "getblock" -> block(params);
      case "get_output_histogram" -> result(outputs.histogram(params));
      default -> error(METHOD_NOT_FOUND, "Method not found");
    };
  }

  private JsonNode blockHash(JsonNode height) {
    if (!height.isIntegralNumber()) {
      return error(WRONG_PARAMETER, "Wrong parameters, expected height");
    }
    return isHeight(height.asLong())
        ? result(TextNode.valueOf(hashAt(height.asLong())))
        : error(HEIGHT_TOO_BIG, "Requested block height is over the top");
  }

  private JsonNode header(long height) {
    return isHeight(height)
        ? result(ok().set("block_header", recorded(height).header()))
        : error(HEIGHT_TOO_BIG, "Requested block height is over the top");
  }

  private JsonNode headers(long from, long to) {
    if (!isHeight(from) || !isHeight(to) || from > to) {
      return error(HEIGHT_TOO_BIG, "Invalid start/end heights.");
    }
    ObjectNode result = ok();
    var headers = result.putArray("headers");
    for (long height = from; height <= to; height++) {
      headers.add(recorded(height).header());
    }
    return result(result);
  }

  private JsonNode block(JsonNode params) {
    String hash = params.path("hash").asText();
    if (chain.has("alternative/" + hash + ".json")) {
      return chain.answer("alternative/" + hash + ".json");
    }
    long height = hash.isEmpty() ? params.path("height").asLong(-1) : heightOf(params);
    if (!isHeight(height)) {
      return error(INTERNAL, "Internal error: can't get block by hash. Hash = " + hash + '.');
    }
    RecordedBlock block = recorded(height);
    ObjectNode result = ok();
    result.put("blob", HexFormat.of().formatHex(block.pruned().blob()));
    result.set("block_header", block.header());
    result.put("json", BlockJson.of(block.pruned().blob()).toString());
    result.put("miner_tx_hash", block.header().path("miner_tx_hash").asText());
    if (!block.hashes().isEmpty()) {
      var hashes = result.putArray("tx_hashes");
      block.hashes().forEach(one -> hashes.add(one.toString()));
    }
    return result(result);
  }

  private long heightOf(JsonNode params) {
    try {
      return chain.heights().getOrDefault(BlockHash.parse(params.path("hash").asText()), -1);
    } catch (IllegalArgumentException e) {
      return -1; // not a hash: no such block
    }
  }

  private String hashAt(long height) {
    return recorded(height).header().path("hash").asText();
  }

  private RecordedBlock recorded(long height) {
    return chain.blocks().get((int) height);
  }

  private boolean isHeight(long height) {
    List<RecordedBlock> blocks = chain.blocks();
    return height >= 0 && height < blocks.size();
  }

  static ObjectNode ok() {
    return RecordedChain.JSON.createObjectNode().put("status", "OK").put("untrusted", false);
  }

  private static JsonNode result(JsonNode result) {
    return envelope().set("result", result);
  }

  private static JsonNode error(int code, String message) {
    ObjectNode envelope = envelope();
    envelope.putObject("error").put("code", code).put("message", message);
    return envelope;
  }

  private static ObjectNode envelope() {
    return RecordedChain.JSON.createObjectNode().put("id", "0").put("jsonrpc", "2.0");
  }
}
