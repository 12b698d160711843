package org.ringlight.rpc.http;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.protocol.OutputName;
import org.ringlight.rpc.epee.EpeeReader;
import org.ringlight.rpc.epee.EpeeType;
import org.ringlight.rpc.epee.EpeeWriter;

/**
 * A request for {@code get_outs.bin}, with the hash of each output's transaction.
 *
 * <p>Source: monero v0.18.3.4 {@code src/rpc/core_rpc_server_commands_defs.h} ({@code
 * COMMAND_RPC_GET_OUTPUTS_BIN}, {@code get_outputs_out}).
 */
public record OutputsRequest(List<OutputName> outputs) {

  public OutputsRequest {
    outputs = List.copyOf(outputs);
  }

  public byte[] toBytes() {
    EpeeWriter out = new EpeeWriter(outputs.isEmpty() ? 1 : 2);
    out.bool("get_txid", true);
    if (!outputs.isEmpty()) {
      out.array("outputs", EpeeType.OBJECT, outputs.size());
      for (OutputName output : outputs) {
        out.section(2);
        out.uint64("amount", output.indexSpace());
        out.uint64("index", output.amountIndex());
      }
    }
    return out.toBytes();
  }

  /** Reads a request as a node does. */
  public static OutputsRequest read(byte[] bytes) {
    EpeeReader in = new EpeeReader(bytes, bytes.length);
    List<OutputName> outputs = new ArrayList<>();
    int entries = in.section();
    for (int i = 0; i < entries; i++) {
      in.entry();
      if (in.named("outputs")) {
        int count = in.array(EpeeType.OBJECT);
        for (int k = 0; k < count; k++) {
          outputs.add(output(in));
        }
      } else {
        in.skip();
      }
    }
    in.finish();
    return new OutputsRequest(outputs);
  }

  private static OutputName output(EpeeReader in) {
    long amount = 0;
    long index = 0;
    int entries = in.section();
    for (int i = 0; i < entries; i++) {
      in.entry();
      if (in.named("amount")) {
        amount = in.integer();
      } else if (in.named("index")) {
        index = in.integer();
      } else {
        in.skip();
      }
    }
    return new OutputName(amount, index);
  }
}
