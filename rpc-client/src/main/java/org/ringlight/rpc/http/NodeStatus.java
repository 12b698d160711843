package org.ringlight.rpc.http;

import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;

/**
 * The {@code status} field, which every answer has and HTTP knows nothing of: monerod refuses with
 * HTTP 200.
 *
 * <p>Source: monero v0.18.3.4 {@code src/rpc/core_rpc_server_commands_defs.h} ({@code
 * CORE_RPC_STATUS_*}) and {@code src/rpc/core_rpc_server.cpp}.
 */
final class NodeStatus {

  static final String OK = "OK";

  /** What monerod answers to most things it cannot do, among them a height beyond its tip. */
  static final String FAILED = "Failed";

  private static final int LONGEST_SHOWN = 200;

  private NodeStatus() {}

  /** Returns where the status is OK. */
  static void check(String status, String where) {
    if (status.equals(OK)) {
      return;
    }
    String shown = shown(status);
    if (status.equals("BUSY")) {
      throw new Busy("the node is busy, most likely catching up with its peers");
    }
    if (status.contains("restricted")) {
      throw new ConfigurationInvalid(
          "the node refuses on its restricted port: " + shown,
          where,
          "use the node's unrestricted RPC port");
    }
    if (status.startsWith("PAYMENT")) {
      throw new ConfigurationInvalid(
          "the node wants to be paid for calls", where, "use another node, best your own");
    }
    throw new DataInvalid("the node answers \"" + shown + "\"", "status", "ask another node");
  }

  /** A node's words, fit for one line. */
  static String shown(String words) {
    String line = words.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
  }
}
