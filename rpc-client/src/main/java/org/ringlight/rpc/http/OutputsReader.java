package org.ringlight.rpc.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.FetchedOutput;
import org.ringlight.rpc.epee.EpeeReader;
import org.ringlight.rpc.epee.EpeeType;

/**
 * Reads an answer of {@code get_outs.bin}: as many outputs as were asked for, in that order. Fields
 * it does not know are passed over.
 *
 * <p>Source: monero v0.18.3.4 {@code src/rpc/core_rpc_server_commands_defs.h} ({@code
 * COMMAND_RPC_GET_OUTPUTS_BIN}).
 */
public final class OutputsReader {

  private final EpeeReader in;
  private final List<OutputName> asked;

  private OutputsReader(EpeeReader in, List<OutputName> asked) {
    this.in = in;
    this.asked = asked;
  }

  /**
   * The outputs in the first {@code length} bytes; empty where the node says that it failed, which
   * is its answer as soon as it lacks one of them.
   *
   * @param where the bytes came from, for messages
   */
  public static Optional<List<FetchedOutput>> read(
      List<OutputName> asked, byte[] bytes, int length, String where) {
    return new OutputsReader(new EpeeReader(bytes, length), asked).outputs(where);
  }

  private Optional<List<FetchedOutput>> outputs(String where) {
    String status = null;
    List<FetchedOutput> outputs = new ArrayList<>(asked.size());
    int entries = in.section();
    for (int i = 0; i < entries; i++) {
      in.entry();
      if (in.named("status")) {
        status = new String(in.string(), StandardCharsets.UTF_8);
      } else if (in.named("outs")) {
        requireAsMany(in.array(EpeeType.OBJECT) + outputs.size());
        for (OutputName name : asked) {
          outputs.add(output(name));
        }
      } else {
        in.skip();
      }
    }
    in.finish();
    if (NodeStatus.FAILED.equals(status)) {
      return Optional.empty();
    }
    NodeStatus.check(wanted(status, "status"), where);
    requireAsMany(outputs.size());
    return Optional.of(List.copyOf(outputs));
  }

  private void requireAsMany(int came) {
    if (came != asked.size()) {
      throw in.invalid("asked for " + asked.size() + " outputs, got " + came);
    }
  }

  private FetchedOutput output(OutputName name) {
    byte[] key = null;
    byte[] mask = null;
    byte[] transaction = null;
    long height = -1;
    boolean unlocked = false;
    int entries = in.section();
    for (int i = 0; i < entries; i++) {
      in.entry();
      if (in.named("key")) {
        key = bytes32();
      } else if (in.named("mask")) {
        mask = bytes32();
      } else if (in.named("txid")) {
        transaction = bytes32();
      } else if (in.named("height")) {
        height = in.integer();
      } else if (in.named("unlocked")) {
        unlocked = in.bool();
      } else {
        in.skip();
      }
    }
    if (height < 0) {
      throw in.invalid("output " + name + " without a height that a chain can have");
    }
    byte[] hash = wanted(transaction, "txid");
    if (Arrays.equals(hash, new byte[Bytes32.LENGTH])) {
      throw in.invalid("output " + name + " without the hash of its transaction");
    }
    return new FetchedOutput(
        name,
        PublicKey.of(wanted(key, "key")),
        Commitment.of(wanted(mask, "mask")),
        height,
        TxHash.of(hash),
        unlocked);
  }

  private byte[] bytes32() {
    String name = in.name();
    byte[] bytes = in.string();
    if (bytes.length != Bytes32.LENGTH) {
      throw in.invalid("\"" + name + "\" of " + bytes.length + " bytes");
    }
    return bytes;
  }

  private <T> T wanted(@Nullable T value, String name) {
    if (value == null) {
      throw in.invalid("\"" + name + "\" is missing");
    }
    return value;
  }
}
