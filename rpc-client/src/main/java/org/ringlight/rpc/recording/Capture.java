package org.ringlight.rpc.recording;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.AlternativeChain;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeInfo;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.http.BulkPath;
import org.ringlight.rpc.http.JsonCalls;
import org.ringlight.rpc.http.PageReader;
import org.ringlight.rpc.http.PageRequest;
import org.ringlight.rpc.http.Transport;

/** Asks a node for all that a {@link Recording} holds. */
final class Capture {

  private static final int HEADERS_AT_ONCE = 1000;
  private static final int TRANSACTIONS_AT_ONCE = 100;

  private final NodeOptions options;
  private final NodeListener listener;
  private final Map<String, byte[]> entries = new TreeMap<>();

  Capture(NodeOptions options, NodeListener listener) {
    this.options = options;
    this.listener = listener;
  }

  Recording record(PageForm form) {
    try (NodeClient client = Nodes.connect(List.of(options), listener);
        Transport transport = new Transport(options, listener)) {
      JsonCalls calls = new JsonCalls(transport);
      NodeInfo info = client.info();
      entries.put(Recording.FORMAT, Recording.FIRST_LINE.getBytes(StandardCharsets.US_ASCII));
      entries.put("get_info.json", calls.path("get_info", null, "").verbatim());
      for (String method : List.of("get_version", "hard_fork_info", "get_fee_estimate")) {
        entries.put(method + ".json", calls.method(method, null, "").verbatim());
      }
      entries.put(
          "get_transaction_pool.json", calls.path("get_transaction_pool", null, "").verbatim());
      headers(calls, info.height());
      pages(client, new BulkPath(transport), info.height(), form);
      alternatives(client, calls);
      checkUnchanged(client, info);
    }
    return Recording.of(entries);
  }

  private void headers(JsonCalls calls, long height) {
    for (long first = 0; first < height; first += HEADERS_AT_ONCE) {
      long last = Math.min(height, first + HEADERS_AT_ONCE) - 1;
      Map<String, Long> range = Map.of("start_height", first, "end_height", last);
      entries.put(
          "headers/%09d.json".formatted(first),
          calls.method("get_block_headers_range", range, first + " to " + last).verbatim());
    }
  }

  private void pages(NodeClient client, BulkPath bulk, long height, PageForm form) {
    BlockHash genesis = client.hashAt(0).orElseThrow();
    long next = 0;
    while (next < height) {
      PageRequest request =
          new PageRequest(
              next, PageForm.PRUNED, next == 0 ? Optional.of(genesis) : Optional.empty());
      long start = next;
      byte[] answer = bulk.verbatim(request).orElseThrow(() -> changed("no page from " + start));
      ChainPage page = PageReader.read(answer, answer.length, client.describe()).orElseThrow();
      if (page.blocks().isEmpty() || next + page.blocks().size() > height) {
        throw changed("a page from " + start + " that does not end at " + height);
      }
      entries.put("blocks/%09d.bin".formatted(start), answer);
      entries.put("transactions/%09d.bin".formatted(start), missing(client, page, form));
      next += page.blocks().size();
    }
  }

  private byte[] missing(NodeClient client, ChainPage page, PageForm form) {
    List<TxHash> hashes = new ArrayList<>();
    for (UnverifiedBlock block : page.blocks()) {
      hashes.addAll(BlockParts.listedTransactions(block.blob(), block.transactions().size()));
    }
    List<FetchedTransaction> found =
        form == PageForm.FULL ? client.transactions(hashes) : client.prunedTransactions(hashes);
    if (found.size() != hashes.size()) {
      throw changed((hashes.size() - found.size()) + " transactions the node no longer has");
    }
    return PrunableParts.of(found, form).toBytes();
  }

  private void alternatives(NodeClient client, JsonCalls calls) {
    entries.put(
        "get_alternate_chains.json", calls.method("get_alternate_chains", null, "").verbatim());
    for (AlternativeChain chain : client.alternativeChains()) {
      chain.hashes().forEach(hash -> alternative(calls, hash.toString()));
    }
  }

  private void alternative(JsonCalls calls, String hash) {
    JsonCalls.Answer block = calls.method("get_block", Map.of("hash", hash), hash);
    entries.put("alternative/" + hash + ".json", block.verbatim());
    List<String> listed = new ArrayList<>();
    block.result().path("tx_hashes").forEach(one -> listed.add(one.asText()));
    for (int first = 0; first < listed.size(); first += TRANSACTIONS_AT_ONCE) {
      int end = Math.min(listed.size(), first + TRANSACTIONS_AT_ONCE);
      Map<String, Object> params = Map.of("txs_hashes", listed.subList(first, end), "split", true);
      entries.put(
          "alternative/%s-transactions-%06d.json".formatted(hash, first),
          calls.path("get_transactions", params, "of block " + hash).verbatim());
    }
  }

  private void checkUnchanged(NodeClient client, NodeInfo before) {
    if (!client.info().topHash().equals(before.topHash())) {
      throw changed("another tip than " + before.topHash() + " at the end");
    }
  }

  private DataInvalid changed(String what) {
    return new DataInvalid(
        "the chain changed while it was recorded: " + what,
        options.uri().toString(),
        "record a node that stands still (regtest, or --offline)");
  }
}
