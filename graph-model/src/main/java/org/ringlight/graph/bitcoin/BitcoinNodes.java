package org.ringlight.graph.bitcoin;

import java.util.HashMap;
import java.util.Map;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;

/** Rows as properties; what is absent is null, and becomes no property. */
public final class BitcoinNodes {

  private BitcoinNodes() {}

  /** A node {@code :BtcBlock}. */
  public static Map<String, Object> of(BitcoinBlockRow block) {
    Map<String, Object> node = new HashMap<>();
    node.put("height", block.height());
    node.put("hash", block.hash().toString());
    node.put("timestamp", block.timestamp());
    node.put("version", (long) block.version());
    node.put("bits", block.bits());
    node.put("bytes", (long) block.bytes());
    node.put("weight", (long) block.weight());
    node.put("reward", block.reward());
    return node;
  }

  /** A node {@code :BtcTransaction}. */
  public static Map<String, Object> of(BitcoinTransactionRow transaction) {
    Map<String, Object> node = new HashMap<>();
    node.put("hash", transaction.hash().toString());
    node.put("height", transaction.height());
    node.put("indexInBlock", (long) transaction.indexInBlock());
    node.put("coinbase", transaction.coinbase());
    node.put("version", (long) transaction.version());
    node.put("lockTime", transaction.lockTime());
    node.put("fee", transaction.fee());
    node.put("bytes", (long) transaction.bytes());
    node.put("weight", (long) transaction.weight());
    node.put("inputCount", (long) transaction.inputCount());
    node.put("outputCount", (long) transaction.outputCount());
    return node;
  }

  /** A node {@code :BtcOutput}. */
  public static Map<String, Object> of(BitcoinOutputRow output) {
    Map<String, Object> node = new HashMap<>();
    node.put("index", (long) output.indexInTx());
    node.put("value", output.value());
    node.put("scriptType", output.scriptType());
    return node;
  }

  /** The node {@code :BtcOutput} that an input spends, as far as the input's row tells. */
  public static Map<String, Object> spent(BitcoinInputRow input) {
    Map<String, Object> node = new HashMap<>();
    node.put("index", input.previousIndex());
    node.put("value", input.value());
    node.put("scriptType", input.scriptType());
    return node;
  }

  /** A relationship {@code SPENDS}. */
  public static Map<String, Object> of(BitcoinInputRow input) {
    Map<String, Object> spends = new HashMap<>();
    spends.put("inputIndex", (long) input.inputIndex());
    spends.put("sequence", input.sequence());
    spends.put("signsAll", input.signsAll());
    return spends;
  }

  /** A node {@code :Address}. */
  public static Map<String, Object> of(BitcoinAddressRow address) {
    Map<String, Object> node = new HashMap<>();
    node.put("address", address.address());
    node.put("scriptType", address.scriptType());
    node.put("height", address.height());
    return node;
  }
}
