package org.ringlight.rpc.monerojava;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.rpc.WalletOutput.State;

/**
 * Reads the answer to {@code incoming_transfers} (monero v0.18.0.0
 * src/wallet/wallet_rpc_server.cpp, on_incoming_transfers), of which monero-java's own model leaves
 * out the output's public key.
 */
final class WalletOutputs {

  private WalletOutputs() {}

  static List<WalletOutput> of(Map<String, Object> reply) {
    JsonNode transfers = MinedJson.JSON.valueToTree(reply).path("result").path("transfers");
    List<WalletOutput> outputs = new ArrayList<>();
    for (JsonNode transfer : transfers) {
      outputs.add(output(transfer));
    }
    return outputs;
  }

  private static WalletOutput output(JsonNode transfer) {
    return new WalletOutput(
        TxHash.parse(transfer.path("tx_hash").asText()),
        PublicKey.parse(transfer.path("pubkey").asText()),
        MinedJson.natural(transfer, "block_height"),
        MinedJson.natural(transfer, "global_index"),
        MinedJson.natural(transfer, "amount"),
        (int) MinedJson.natural(transfer.path("subaddr_index"), "major"),
        (int) MinedJson.natural(transfer.path("subaddr_index"), "minor"),
        state(transfer),
        keyImage(transfer.path("key_image").asText()));
  }

  private static State state(JsonNode transfer) {
    if (transfer.path("spent").asBoolean()) {
      return State.SPENT;
    }
    return transfer.path("unlocked").asBoolean() ? State.UNLOCKED : State.LOCKED;
  }

  private static @Nullable KeyImage keyImage(String hex) {
    return hex.isEmpty() ? null : KeyImage.parse(hex);
  }
}
