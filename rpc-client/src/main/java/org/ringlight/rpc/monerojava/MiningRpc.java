package org.ringlight.rpc.monerojava;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import monero.common.MoneroError;
import monero.common.MoneroRpcConnection;
import monero.common.MoneroRpcError;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.MinedRing;
import org.ringlight.rpc.MiningBranch;
import org.ringlight.rpc.MiningClient;
import org.ringlight.rpc.MiningTemplate;

/**
 * A private monerod, mined through monero-java's plain JSON connection: its own model of a template
 * has no {@code prev_block}, and its getInfo refuses a regtest node.
 */
public final class MiningRpc implements MiningClient {

  /** What one call asks for at a time; a restricted node would refuse more. */
  private static final int PAGE = 100;

  private final URI address;
  private final MoneroRpcConnection connection;

  /**
   * Does not connect yet.
   *
   * @param address of the node's RPC, without login
   */
  public MiningRpc(URI address, Duration patience) {
    this.address = address;
    this.connection = new MoneroRpcConnection(address);
    connection.setTimeout(patience.toMillis());
  }

  @Override
  public MiningTemplate template(String address) {
    return template(Map.of("wallet_address", address, "reserve_size", 1));
  }

  @Override
  public MiningTemplate template(String address, BlockHash previous) {
    return template(
        Map.of("wallet_address", address, "reserve_size", 1, "prev_block", previous.toString()));
  }

  private MiningTemplate template(Map<String, Object> parameters) {
    return call(
        "get_block_template",
        parameters,
        result ->
            new MiningTemplate(
                MinedJson.natural(result, "height"),
                BlockHash.parse(result.path("prev_hash").asText()),
                HexFormat.of().parseHex(result.path("blocktemplate_blob").asText())));
  }

  @Override
  public void submit(byte[] blob) {
    call("submit_block", List.of(HexFormat.of().formatHex(blob)), Function.identity());
  }

  @Override
  public List<BlockHash> generate(int count, String address) {
    return generate(Map.of("amount_of_blocks", count, "wallet_address", address));
  }

  @Override
  public List<BlockHash> generate(int count, String address, BlockHash previous) {
    return generate(
        Map.of(
            "amount_of_blocks",
            count,
            "wallet_address",
            address,
            "prev_block",
            previous.toString()));
  }

  private List<BlockHash> generate(Map<String, Object> parameters) {
    return call("generateblocks", parameters, result -> blockHashes(result.path("blocks")));
  }

  @Override
  public void flushPool() {
    call("flush_txpool", Map.of(), Function.identity());
  }

  @Override
  public long height() {
    return call("get_block_count", Map.of(), result -> MinedJson.natural(result, "count"));
  }

  @Override
  public MinedBlock block(long height) {
    return call("get_block", Map.of("height", height), MinedJson::block);
  }

  @Override
  public MinedBlock block(BlockHash hash) {
    return call("get_block", Map.of("hash", hash.toString()), MinedJson::block);
  }

  @Override
  public List<MiningBranch> branches() {
    return call(
        "get_alternate_chains",
        Map.of(),
        result -> {
          List<MiningBranch> branches = new ArrayList<>();
          for (JsonNode chain : result.path("chains")) {
            branches.add(
                new MiningBranch(
                    BlockHash.parse(chain.path("main_chain_parent_block").asText()),
                    MinedJson.natural(chain, "height"),
                    blockHashes(chain.path("block_hashes"))));
          }
          return branches;
        });
  }

  @Override
  public List<TxHash> pool() {
    return path(
        "get_transaction_pool_hashes",
        Map.of(),
        result -> MinedJson.texts(result.path("tx_hashes")).stream().map(TxHash::parse).toList());
  }

  @Override
  public List<MinedRing> rings(List<TxHash> hashes) {
    List<MinedRing> rings = new ArrayList<>();
    for (int from = 0; from < hashes.size(); from += PAGE) {
      List<TxHash> page = hashes.subList(from, Math.min(from + PAGE, hashes.size()));
      rings.addAll(ringsOfPage(page));
    }
    return rings;
  }

  private List<MinedRing> ringsOfPage(List<TxHash> page) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("txs_hashes", page.stream().map(TxHash::toString).toList());
    parameters.put("decode_as_json", true);
    return path(
        "get_transactions",
        parameters,
        result -> {
          JsonNode entries = result.path("txs");
          if (entries.size() != page.size()) {
            throw new IllegalArgumentException(
                entries.size() + " of " + page.size() + " transactions given");
          }
          List<MinedRing> rings = new ArrayList<>();
          entries.forEach(entry -> rings.addAll(MinedJson.rings(entry)));
          return rings;
        });
  }

  private static List<BlockHash> blockHashes(JsonNode list) {
    return MinedJson.texts(list).stream().map(BlockHash::parse).toList();
  }

  private <T> T call(String method, Object parameters, Function<JsonNode, T> read) {
    return asked(
        method,
        () ->
            MinedJson.JSON
                .valueToTree(connection.sendJsonRequest(method, parameters))
                .path("result"),
        read);
  }

  private <T> T path(String path, Map<String, Object> parameters, Function<JsonNode, T> read) {
    return asked(
        path, () -> MinedJson.JSON.valueToTree(connection.sendPathRequest(path, parameters)), read);
  }

  private <T> T asked(String method, Supplier<JsonNode> call, Function<JsonNode, T> read) {
    try {
      JsonNode result = call.get();
      String status = result.path("status").asText();
      if (!status.equals("OK")) {
        throw refused(method, status, null);
      }
      return read.apply(result);
    } catch (MoneroRpcError e) {
      throw refused(method, e.getMessage() + " (error " + e.getCode() + ")", e);
    } catch (MoneroError e) {
      throw new NodeUnreachable(
          "the node does not answer " + method + ": " + e.getMessage(),
          "node at " + address,
          "look whether monerod runs and what its log says",
          e);
    } catch (IllegalArgumentException e) {
      throw new DataInvalid(
          "the node's answer to " + method + " makes no sense: " + e.getMessage(),
          "node at " + address,
          "check that it is a monerod",
          e);
    }
  }

  private DataInvalid refused(String method, String why, @Nullable Throwable cause) {
    return new DataInvalid(
        "the node refused " + method + ": " + why,
        "node at " + address,
        "look into its log; mining calls work on a private node (--regtest) only",
        cause);
  }
}
