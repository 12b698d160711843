package org.ringlight.rpc.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.wire.DecodedBlock;

/**
 * The fields of a block as monerod spells them out in the {@code json} of {@code get_block}, which
 * monero-java reads.
 *
 * <p>Source: monero v0.18.3.4 {@code src/cryptonote_basic/cryptonote_format_utils.cpp} ({@code
 * obj_to_json_str}).
 */
final class BlockJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private BlockJson() {}

  static ObjectNode of(byte[] blob) {
    Block block = DecodedBlock.of(blob).block();
    ObjectNode json = JSON.objectNode();
    json.put("major_version", block.header().major());
    json.put("minor_version", block.header().minor());
    json.put("timestamp", unsigned(block.header().timestamp()));
    json.put("prev_id", block.header().previous().toString());
    json.put("nonce", block.header().nonce());
    json.set("miner_tx", miner(block.minerTransaction()));
    ArrayNode hashes = json.putArray("tx_hashes");
    block.transactionHashes().forEach(hash -> hashes.add(hash.toString()));
    return json;
  }

  private static ObjectNode miner(Transaction transaction) {
    if (transaction instanceof TransactionV1 clear) {
      ObjectNode json = prefix(clear.prefix());
      json.putArray("signatures");
      return json;
    }
    TransactionPrefix prefix = ((TransactionV2) transaction).prefix();
    ObjectNode json = prefix(prefix);
    json.putObject("rct_signatures").put("type", 0);
    return json;
  }

  private static ObjectNode prefix(TransactionPrefix prefix) {
    ObjectNode json = JSON.objectNode();
    json.put("version", prefix.version());
    json.put("unlock_time", unsigned(prefix.unlockTime()));
    ArrayNode inputs = json.putArray("vin");
    for (Input input : prefix.inputs()) {
      if (input instanceof Input.Coinbase coinbase) {
        inputs.addObject().putObject("gen").put("height", unsigned(coinbase.height()));
      }
    }
    ArrayNode outputs = json.putArray("vout");
    for (Output output : prefix.outputs()) {
      ObjectNode one = outputs.addObject().put("amount", unsigned(output.amount()));
      target(one.putObject("target"), output);
    }
    ArrayNode extra = json.putArray("extra");
    for (int i = 0; i < prefix.extra().size(); i++) {
      extra.add(prefix.extra().u8(i));
    }
    return json;
  }

  private static void target(ObjectNode target, Output output) {
    String key = output.key().toString();
    if (output instanceof Output.ToTaggedKey tagged) {
      String tag = "%02x".formatted(tagged.viewTag() & 0xff);
      target.putObject("tagged_key").put("key", key).put("view_tag", tag);
    } else {
      target.put("key", key);
    }
  }

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }
}
