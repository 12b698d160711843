package org.ringlight.graph.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

/** Rows as the properties of their nodes; what is absent is null, and becomes no property. */
public final class Parameters {

  private Parameters() {}

  public static Map<String, Object> of(BlockRow block) {
    Map<String, Object> node = new HashMap<>();
    node.put("height", block.height());
    node.put("hash", block.hash().toString());
    node.put("timestamp", block.timestamp());
    node.put("major", block.major());
    node.put("minor", block.minor());
    node.put("weight", block.weight());
    node.put("reward", block.reward());
    node.put("difficulty", block.difficulty());
    return node;
  }

  public static Map<String, Object> of(TransactionRow transaction) {
    Map<String, Object> node = new HashMap<>();
    node.put("hash", transaction.hash().toString());
    node.put("height", transaction.height());
    node.put("indexInBlock", transaction.indexInBlock());
    node.put("coinbase", transaction.coinbase());
    node.put("version", transaction.version());
    node.put("rctType", transaction.rctType());
    node.put("unlockTime", transaction.unlockTime());
    node.put("fee", transaction.fee());
    node.put("weight", transaction.weight());
    node.put("inputCount", transaction.inputCount());
    node.put("outputCount", transaction.outputCount());
    node.put("paymentId", hex(transaction.paymentId()));
    node.put("paymentIdKind", transaction.paymentIdKind());
    return node;
  }

  public static Map<String, Object> of(OutputRow output) {
    Map<String, Object> node = new HashMap<>();
    node.put("indexSpace", output.indexSpace());
    node.put("amountIndex", output.amountIndex());
    node.put("height", output.height());
    node.put("indexInTx", output.indexInTx());
    node.put("value", output.value());
    node.put("publicKey", output.publicKey().toString());
    return node;
  }

  public static Map<String, Object> of(OlderOutputRow output) {
    Map<String, Object> node = new HashMap<>();
    node.put("indexSpace", output.indexSpace());
    node.put("amountIndex", output.amountIndex());
    node.put("height", output.createdAtHeight());
    node.put("publicKey", output.publicKey().toString());
    return node;
  }

  public static Map<String, Object> of(RingRow ring) {
    Map<String, Object> node = new HashMap<>();
    node.put("keyImage", ring.keyImage().toString());
    node.put("inputIndex", ring.inputIndex());
    node.put("indexSpace", ring.indexSpace());
    return node;
  }

  /** The ring's key image, index space and members, for their relationships. */
  static Map<String, Object> members(RingRow ring) {
    return Map.of(
        "keyImage", ring.keyImage().toString(),
        "indexSpace", ring.indexSpace(),
        "members", ring.members());
  }

  /**
   * A block with its transactions, nested: {@code {block, transactions: [{node, outputs, rings}]}}.
   */
  static Map<String, Object> nested(ChainBlock block) {
    Map<Long, List<Object>> outputs = new HashMap<>();
    for (OutputRow output : block.outputs()) {
      outputs.computeIfAbsent(output.txId(), id -> new ArrayList<>()).add(of(output));
    }
    Map<Long, List<Object>> rings = new HashMap<>();
    for (RingRow ring : block.rings()) {
      rings.computeIfAbsent(ring.txId(), id -> new ArrayList<>()).add(of(ring));
    }
    List<Object> transactions = new ArrayList<>();
    for (TransactionRow transaction : block.transactions()) {
      transactions.add(
          Map.of(
              "node", of(transaction),
              "outputs", outputs.getOrDefault(transaction.txId(), List.of()),
              "rings", rings.getOrDefault(transaction.txId(), List.of())));
    }
    return Map.of("node", of(block.block()), "transactions", transactions);
  }

  private static @Nullable String hex(byte @Nullable [] bytes) {
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }
}
