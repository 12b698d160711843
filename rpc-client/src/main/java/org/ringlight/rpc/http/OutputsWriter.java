package org.ringlight.rpc.http;

import java.util.List;
import org.ringlight.rpc.FetchedOutput;
import org.ringlight.rpc.epee.EpeeType;
import org.ringlight.rpc.epee.EpeeWriter;

/** Writes outputs as monerod answers {@code get_outs.bin}; the inverse of {@link OutputsReader}. */
public final class OutputsWriter {

  private OutputsWriter() {}

  /** The answer that holds these outputs. */
  public static byte[] write(List<FetchedOutput> outputs) {
    EpeeWriter out = new EpeeWriter(outputs.isEmpty() ? 1 : 2);
    if (!outputs.isEmpty()) {
      out.array("outs", EpeeType.OBJECT, outputs.size());
      outputs.forEach(output -> output(out, output));
    }
    out.text("status", NodeStatus.OK);
    return out.toBytes();
  }

  private static void output(EpeeWriter out, FetchedOutput output) {
    out.section(5);
    out.uint64("height", output.height());
    out.string("key", output.key().toBytes());
    out.string("mask", output.commitment().toBytes());
    out.string("txid", output.transaction().toBytes());
    out.bool("unlocked", output.unlocked());
  }
}
