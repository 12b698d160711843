package org.ringlight.rpc.monerod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.http.JsonCalls;

/**
 * {@code /get_transactions}, asked so that pruned and prunable bytes come apart, and {@code
 * /get_transaction_pool_hashes}. The latter in JSON: what monerod answers to its {@code .bin} is
 * JSON too, with raw bytes between the quotes.
 *
 * <p>Source: monero v0.18.3.4 {@code src/rpc/core_rpc_server.cpp} ({@code on_get_transactions},
 * {@code on_get_transaction_pool_hashes}).
 */
final class TransactionCalls {

  /** Restricted ports refuse more than 100 ({@code RESTRICTED_TRANSACTIONS_COUNT}). */
  static final int AT_ONCE = 100;

  private final String node;
  private final JsonCalls calls;

  TransactionCalls(String node, JsonCalls calls) {
    this.node = node;
    this.calls = calls;
  }

  List<FetchedTransaction> fetch(List<TxHash> hashes, PageForm form) {
    List<FetchedTransaction> found = new ArrayList<>(hashes.size());
    for (int first = 0; first < hashes.size(); first += AT_ONCE) {
      fetch(hashes.subList(first, Math.min(hashes.size(), first + AT_ONCE)), form, found);
    }
    return List.copyOf(found);
  }

  private void fetch(List<TxHash> asked, PageForm form, List<FetchedTransaction> found) {
    String subject =
        asked.size() == 1 ? "tx " + asked.get(0) : asked.size() + " from " + asked.get(0);
    Map<String, Object> params =
        Map.of(
            "txs_hashes",
            asked.stream().map(TxHash::toString).toList(),
            form == PageForm.PRUNED ? "prune" : "split",
            true);
    JsonNode answer = calls.path("get_transactions", params, subject).whole();
    String where = node + " get_transactions, " + subject;
    int next = 0;
    for (JsonNode entry : answer.path("txs")) {
      JsonFields fields = new JsonFields(entry, where);
      TxHash said = TxHash.of(fields.hash("tx_hash"));
      while (next < asked.size() && !asked.get(next).equals(said)) {
        next++; // missing: found ones keep the order asked
      }
      if (next == asked.size()) {
        throw new DataInvalid(
            "a transaction that was not asked for, or twice, or out of order: " + said,
            where,
            "ask another node");
      }
      found.add(transaction(asked.get(next++), fields, form));
    }
  }

  /** The hashes of the pool's transactions, in the node's order. */
  Set<TxHash> inPool() {
    JsonNode answer = calls.path("get_transaction_pool_hashes", null, "").whole();
    JsonFields fields = new JsonFields(answer, node + " get_transaction_pool_hashes");
    return fields.has("tx_hashes") ? fields.transactionHashes("tx_hashes") : Set.of();
  }

  private static FetchedTransaction transaction(TxHash asked, JsonFields fields, PageForm form) {
    boolean inPool = fields.has("in_pool") && fields.flag("in_pool");
    return new FetchedTransaction(
        asked,
        fields.hex("pruned_as_hex"),
        form == PageForm.FULL ? fields.hex("prunable_as_hex") : new byte[0],
        prunableHash(fields),
        inPool ? OptionalLong.empty() : OptionalLong.of(fields.count("block_height")));
  }

  /** Zero for version 1, for which the node keeps none. */
  private static @Nullable Hash prunableHash(JsonFields fields) {
    byte[] hash = fields.hash("prunable_hash");
    return Arrays.equals(hash, new byte[Bytes32.LENGTH]) ? null : Hash.of(hash);
  }
}
