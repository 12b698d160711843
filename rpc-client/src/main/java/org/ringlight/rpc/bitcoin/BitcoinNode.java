package org.ringlight.rpc.bitcoin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.http.JsonBatch;
import org.ringlight.rpc.http.JsonBatch.Answer;
import org.ringlight.rpc.http.LoginSource;
import org.ringlight.rpc.http.Program;
import org.ringlight.rpc.http.Transport;

/**
 * A node that speaks Bitcoin Core's JSON-RPC: Bitcoin Core, btcd and others. Raw blocks come many
 * to a batch. Safe for use by several threads. Sources: Bitcoin Core v28.0 {@code
 * src/rpc/blockchain.cpp}, {@code src/rpc/protocol.h}; btcd v0.24.2 {@code rpcserver.go}.
 */
public final class BitcoinNode implements BitcoinBlocks {

  /** The longest block as hex digits in JSON, with what stands around it. */
  private static final int LONGEST_ANSWER = 2 * 4_000_000 + 1000;

  /** Nodes count blocks in a signed integer of 32 bits. */
  private static final int HIGHEST = Integer.MAX_VALUE;

  /** No height there: Bitcoin Core's invalid parameter, btcd's out of range. */
  private static final int BEYOND_TIP = -8;

  private static final int OUT_OF_RANGE = -1;
  private static final int NOT_FOUND = -5;

  private final Transport transport;
  private final JsonBatch calls;
  private final int blocksABatch;
  private final BitcoinNetwork network;

  /** The longest of the blocks that came last; a guess at those that come next. */
  private volatile int lately = 1000;

  private BitcoinNode(NodeOptions options, NodeListener listener, LoginSource logins) {
    transport = new Transport(options, listener, Program.BITCOIND, logins);
    calls = new JsonBatch(transport);
    blocksABatch = Math.max(1, options.largestAnswer() / LONGEST_ANSWER);
    try {
      network = askNetwork();
    } catch (RuntimeException e) {
      transport.close();
      throw e;
    }
  }

  /**
   * A client for the node, which has answered once.
   *
   * @param loginFile its cookie, or a file of {@code user:password}; without it, the login in the
   *     options, if any
   * @throws ConfigurationInvalid where the login is missing or refused, or the chain is none that
   *     we know
   */
  public static BitcoinNode connect(
      NodeOptions options, Optional<Path> loginFile, NodeListener listener) {
    LoginSource logins = loginFile.<LoginSource>map(LoginFile::new).orElse(() -> options.login());
    return new BitcoinNode(options, listener, logins);
  }

  private BitcoinNetwork askNetwork() {
    BlockHash genesis = hashes(0, 0).stream().findFirst().orElseThrow(() -> absent(0));
    return BitcoinNetwork.withGenesis(genesis)
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "the node's first block is " + genesis + ", of no Bitcoin network known here",
                    name(),
                    "give a node of Bitcoin's mainnet, testnet3, testnet4, signet or regtest"));
  }

  @Override
  public String name() {
    return transport.uri().toString();
  }

  @Override
  public BitcoinNetwork network() {
    return network;
  }

  /** What the node says of itself. */
  public BitcoinNodeInfo info() {
    JsonNode info = one("getblockchaininfo", List.of(), JsonBatch.TREE).orThrow();
    long height = count(info, "blocks");
    long headers = count(info, "headers");
    return new BitcoinNodeInfo(
        info.path("chain").asText(),
        height,
        headers,
        hash(info.path("bestblockhash").asText(), "getblockchaininfo"),
        info.path("pruned").asBoolean(),
        headers <= height && !info.path("initialblockdownload").asBoolean());
  }

  private long count(JsonNode info, String field) {
    JsonNode value = info.path(field);
    if (!value.canConvertToLong() || !value.isIntegralNumber() || value.longValue() < 0) {
      throw new DataInvalid(
          "\"" + field + "\" is not a count", name() + " getblockchaininfo", "ask another node");
    }
    return value.longValue();
  }

  @Override
  public long tipHeight() {
    long height = one("getblockcount", List.of(), JsonBatch.NUMBER).orThrow();
    if (height < 0 || height > HIGHEST) {
      throw new DataInvalid(
          "no chain ends at height " + height, name() + " getblockcount", "ask another node");
    }
    return height;
  }

  @Override
  public Optional<BlockHash> hashIfAny(long height) {
    return hashes(height, height).stream().findFirst();
  }

  /** The hashes of these heights, as far as the chain goes. */
  private List<BlockHash> hashes(long from, long to) {
    List<List<Long>> heights = new ArrayList<>();
    for (long height = from; height <= to; height++) {
      heights.add(List.of(height));
    }
    String subject = "height " + from + (to > from ? " to " + to : "");
    List<BlockHash> hashes = new ArrayList<>(heights.size());
    for (Answer<String> answer : calls.call("getblockhash", heights, JsonBatch.TEXT, subject)) {
      if (answer.error() == BEYOND_TIP || answer.error() == OUT_OF_RANGE) {
        break;
      }
      hashes.add(hash(answer.orThrow(), "getblockhash " + subject));
    }
    return hashes;
  }

  private BlockHash hash(String text, String method) {
    try {
      return BlockHash.parse(text);
    } catch (IllegalArgumentException e) {
      throw new DataInvalid("no block hash", name() + " " + method, "ask another node", e);
    }
  }

  @Override
  public List<RawBitcoinBlock> blocks(long from, long to, long maxBytes) {
    if (from < 0) {
      throw new IllegalArgumentException("blocks from " + from);
    }
    List<RawBitcoinBlock> blocks = new ArrayList<>();
    long room = maxBytes;
    while (from + blocks.size() <= to && (room > 0 || blocks.isEmpty())) {
      long next = from + blocks.size();
      int asked = blocksFor(room);
      List<RawBitcoinBlock> more = batch(next, Math.min(to, next + asked - 1));
      for (RawBitcoinBlock block : more) {
        if ((block.bytes().length > room && !blocks.isEmpty())
            || (!blocks.isEmpty() && !follows(block, blocks.get(blocks.size() - 1)))) {
          return blocks;
        }
        blocks.add(block);
        room -= block.bytes().length;
      }
      if (more.size() < asked) {
        break;
      }
    }
    return blocks;
  }

  private int blocksFor(long room) {
    return (int) Math.max(1, Math.min(blocksABatch, room / Math.max(lately, 1)));
  }

  /** Whether a block builds on the one before: not where the chain changed in between. */
  private static boolean follows(RawBitcoinBlock block, RawBitcoinBlock before) {
    byte[] previous = before.hash().toBytes();
    for (int i = 0; i < previous.length; i++) {
      if (block.bytes().length < 4 + previous.length
          || block.bytes()[4 + i] != previous[previous.length - 1 - i]) {
        return false;
      }
    }
    return true;
  }

  private List<RawBitcoinBlock> batch(long from, long to) {
    List<BlockHash> hashes = hashes(from, to);
    List<List<Object>> asked = hashes.stream().map(hash -> List.<Object>of("" + hash, 0)).toList();
    String subject = "height " + from + " to " + to;
    List<RawBitcoinBlock> blocks = new ArrayList<>(hashes.size());
    int longest = 1;
    for (Answer<byte[]> answer : calls.call("getblock", asked, JsonBatch.HEX, subject)) {
      long height = from + blocks.size();
      byte[] bytes = present(answer, height);
      longest = Math.max(longest, bytes.length);
      blocks.add(new RawBitcoinBlock(height, hashes.get(blocks.size()), bytes));
    }
    lately = longest;
    return blocks;
  }

  private byte[] present(Answer<byte[]> answer, long height) {
    if (answer.error() == OUT_OF_RANGE && answer.message().contains("pruned")) {
      throw new ConfigurationInvalid(
          "the node has pruned this block",
          name() + " getblock, height " + height,
          "use a node that keeps everything");
    }
    if (answer.error() == NOT_FOUND) {
      throw absent(height);
    }
    return answer.orThrow();
  }

  private DataInvalid absent(long height) {
    return new DataInvalid(
        "the node does not have a block of its own chain",
        name() + ", height " + height,
        "look into the node's log, or ask another node");
  }

  private <T> Answer<T> one(String method, List<?> parameters, JsonBatch.Value<T> value) {
    return calls.call(method, List.of(parameters), value, "").get(0);
  }

  @Override
  public void close() {
    transport.close();
  }
}
