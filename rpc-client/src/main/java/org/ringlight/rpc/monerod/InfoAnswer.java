package org.ringlight.rpc.monerod;

import java.util.OptionalLong;
import java.util.Set;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.NodeInfo;

/**
 * Reads {@code /get_info}. Nodes older than 0.18 give no {@code restricted} or {@code
 * synchronized}; restricted ports leave out the version or send it empty.
 *
 * <p>Source: monero v0.18.3.4 {@code src/rpc/core_rpc_server.cpp} ({@code on_get_info}).
 * monero-java cannot read it on regtest: its network types lack fakechain.
 */
final class InfoAnswer {

  private static final Set<String> NETTYPES = Set.of("mainnet", "stagenet", "testnet", "fakechain");

  private InfoAnswer() {}

  static NodeInfo read(JsonFields info) {
    long height = info.count("height");
    if (height < 1) {
      throw new DataInvalid(
          "the node says that its chain has no block, not even the first",
          "get_info",
          "check that a monerod runs there");
    }
    long target = info.has("target_height") ? info.count("target_height") : 0;
    return new NodeInfo(
        nettype(info),
        height,
        BlockHash.of(info.hash("top_block_hash")),
        target,
        info.has("version") ? info.text("version") : "",
        info.has("restricted") && info.flag("restricted"),
        info.has("synchronized") ? info.flag("synchronized") : height >= target,
        info.has("database_size") ? info.count("database_size") : 0,
        freeBytes(info));
  }

  private static String nettype(JsonFields info) {
    if (info.has("nettype")) {
      String said = info.text("nettype");
      if (!NETTYPES.contains(said)) {
        throw new DataInvalid(
            "the node says it is of no network that Monero has",
            "get_info, nettype",
            "check that a monerod runs there");
      }
      return said;
    }
    if (info.flag("testnet")) {
      return "testnet";
    }
    return info.has("stagenet") && info.flag("stagenet") ? "stagenet" : "mainnet";
  }

  /** Restricted ports hide it behind the largest unsigned number. */
  private static OptionalLong freeBytes(JsonFields info) {
    boolean told = info.object().path("free_space").canConvertToLong();
    return told ? OptionalLong.of(info.count("free_space")) : OptionalLong.empty();
  }
}
