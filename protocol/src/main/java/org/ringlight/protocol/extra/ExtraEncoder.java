package org.ringlight.protocol.extra;

import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.wire.WireWriter;

/** Extra to bytes. */
final class ExtraEncoder {

  private ExtraEncoder() {}

  static byte[] encode(Extra extra) {
    WireWriter out = new WireWriter(64);
    extra.fields().forEach(field -> field(out, field));
    out.bytes(extra.remainder());
    return out.toBytes();
  }

  private static void field(WireWriter out, ExtraField field) {
    if (field instanceof ExtraField.Padding padding) {
      out.bytes(new byte[padding.length()]);
    } else if (field instanceof ExtraField.TransactionKey key) {
      out.u8(ExtraTags.TRANSACTION_KEY);
      out.bytes(key.key());
    } else if (field instanceof ExtraField.Nonce nonce) {
      out.u8(ExtraTags.NONCE);
      sized(out, nonce.bytes());
    } else if (field instanceof ExtraField.MergeMining merge) {
      out.u8(ExtraTags.MERGE_MINING);
      out.varint(WireWriter.varintSize(merge.depth()) + Bytes32.LENGTH);
      out.varint(merge.depth());
      out.bytes(merge.root());
    } else if (field instanceof ExtraField.AdditionalKeys additional) {
      out.u8(ExtraTags.ADDITIONAL_KEYS);
      out.varint(additional.keys().size());
      additional.keys().forEach(out::bytes);
    } else if (field instanceof ExtraField.MinerGate minerGate) {
      out.u8(ExtraTags.MINER_GATE);
      sized(out, minerGate.bytes());
    }
  }

  private static void sized(WireWriter out, Bytes bytes) {
    out.varint(bytes.size());
    out.bytes(bytes);
  }
}
