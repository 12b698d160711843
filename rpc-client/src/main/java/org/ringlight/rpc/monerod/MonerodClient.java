package org.ringlight.rpc.monerod;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.AlternativeChain;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.FeeEstimate;
import org.ringlight.rpc.FetchedOutput;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.HardForkFacts;
import org.ringlight.rpc.HeaderFacts;
import org.ringlight.rpc.KeyImageStatus;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeInfo;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.PoolTransaction;
import org.ringlight.rpc.http.BulkPath;
import org.ringlight.rpc.http.JsonCalls;
import org.ringlight.rpc.http.PageRequest;
import org.ringlight.rpc.http.Transport;
import org.ringlight.rpc.monerojava.ControlPlane;

/** One monerod: pages by the bulk path, the rest by JSON, most of that through monero-java. */
final class MonerodClient implements NodeClient {

  /** Errors that mean "not there": wrong parameter, height too big, internal (unknown hash). */
  private static final Set<Integer> ABSENT = Set.of(-1, -2, -5);

  private final Transport transport;
  private final JsonCalls calls;
  private final BulkPath bulk;
  private final ControlPlane control;
  private final OutputCalls outputs;
  private final TransactionCalls transactions;
  private volatile @Nullable BlockHash genesis;

  MonerodClient(NodeOptions options, NodeListener listener) {
    transport = new Transport(options, listener);
    calls = new JsonCalls(transport);
    bulk = new BulkPath(transport);
    control = new ControlPlane(describe(), calls);
    outputs = new OutputCalls(describe(), bulk, calls);
    transactions = new TransactionCalls(describe(), calls);
  }

  @Override
  public NodeInfo info() {
    JsonNode answer = calls.path("get_info", null, "").whole();
    return InfoAnswer.read(new JsonFields(answer, describe() + " get_info"));
  }

  @Override
  public ChainPage page(long startHeight, PageForm form) {
    PageRequest request =
        new PageRequest(
            startHeight, form, startHeight == 0 ? Optional.of(genesis()) : Optional.empty());
    Optional<ChainPage> page = bulk.page(request);
    if (page.isPresent() && !page.get().blocks().isEmpty()) {
      return page.get();
    }
    NodeInfo info = info();
    if (startHeight >= info.height()) {
      return new ChainPage(startHeight, info.height(), List.of());
    }
    if (form == PageForm.FULL) {
      throw new ConfigurationInvalid(
          "the node does not give whole transactions, most likely because it is pruned",
          describe() + ", height " + startHeight,
          "ask for pruned pages, or use a node that keeps everything");
    }
    throw new DataInvalid(
        "the node gives no blocks from a height below its tip at " + info.height(),
        describe() + ", height " + startHeight,
        "look into the node's log, or ask another node");
  }

  private BlockHash genesis() {
    BlockHash known = genesis;
    if (known == null) {
      known =
          hashAt(0)
              .orElseThrow(
                  () -> new DataInvalid("no genesis block", describe(), "ask another node"));
      genesis = known;
    }
    return known;
  }

  @Override
  public List<HeaderFacts> headers(long from, long to) {
    if (from < 0 || to < from - 1) {
      throw new IllegalArgumentException("headers " + from + " to " + to);
    }
    return control.headers(from, to);
  }

  @Override
  public Optional<BlockHash> hashAt(long height) {
    return calls
        .method("on_get_block_hash", List.of(height), "" + height, ABSENT)
        .map(answer -> hash(answer.result(), height))
        .filter(hash -> !hash.equals(BlockHash.of(new byte[Bytes32.LENGTH]))); // 0.18.0 beyond tip
  }

  private BlockHash hash(JsonNode result, long height) {
    try {
      return BlockHash.parse(result.textValue());
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new DataInvalid(
          "no block hash: " + result.getNodeType(),
          describe() + " on_get_block_hash " + height,
          "ask another node",
          e);
    }
  }

  @Override
  public Optional<byte[]> blockBlob(BlockHash hash) {
    return calls
        .method("get_block", Map.of("hash", hash.toString()), hash.toString(), ABSENT)
        .map(answer -> new JsonFields(answer.result(), describe() + " get_block " + hash))
        .map(fields -> fields.hex("blob"));
  }

  @Override
  public List<FetchedTransaction> transactions(List<TxHash> hashes) {
    return transactions.fetch(hashes, PageForm.FULL);
  }

  @Override
  public List<FetchedTransaction> prunedTransactions(List<TxHash> hashes) {
    return transactions.fetch(hashes, PageForm.PRUNED);
  }

  @Override
  public List<FetchedOutput> outputs(List<OutputName> names) {
    return outputs.fetch(names);
  }

  @Override
  public List<AlternativeChain> alternativeChains() {
    return control.alternativeChains();
  }

  @Override
  public List<PoolTransaction> pool() {
    return control.pool();
  }

  @Override
  public Set<TxHash> poolHashes() {
    return transactions.inPool();
  }

  @Override
  public FeeEstimate fees() {
    return control.fees();
  }

  @Override
  public HardForkFacts hardFork() {
    return control.hardFork();
  }

  @Override
  public List<KeyImageStatus> keyImagesSpent(List<KeyImage> keyImages) {
    return control.keyImagesSpent(keyImages);
  }

  @Override
  public URI endpoint() {
    return transport.uri();
  }

  @Override
  public String describe() {
    return transport.uri().toString();
  }

  @Override
  public void close() {
    transport.close();
  }
}
