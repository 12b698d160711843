package org.ringlight.protocol.wire;

import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.RingCtBase;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Signatures;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.UnsupportedTransaction;

/** Transactions to the bytes {@link TransactionDecoder} reads. */
public final class TransactionEncoder {

  private TransactionEncoder() {}

  /**
   * The whole transaction.
   *
   * @throws IllegalArgumentException if it is pruned
   */
  public static byte[] full(Transaction transaction) {
    if (transaction instanceof UnsupportedTransaction unsupported) {
      return unsupported.bytes().toBytes();
    }
    WireWriter out = new WireWriter(2048);
    unprunable(out, transaction);
    prunable(out, transaction);
    return out.toBytes();
  }

  /**
   * The part that pruning keeps, of a whole or a pruned transaction; of an unsupported one all of
   * it.
   */
  public static byte[] pruned(Transaction transaction) {
    if (transaction instanceof UnsupportedTransaction unsupported) {
      return unsupported.bytes().toBytes();
    }
    WireWriter out = new WireWriter(1024);
    unprunable(out, transaction);
    return out.toBytes();
  }

  /**
   * The part that pruning keeps.
   *
   * @param bytes not copied
   * @param prefixEnd where the prefix ends in them
   */
  @SuppressWarnings("ArrayRecordComponent") // on its way to a hash or a file
  public record Unprunable(byte[] bytes, int prefixEnd) {}

  /** The part of a transaction of a known kind that pruning keeps. */
  public static Unprunable unprunable(TransactionV2 transaction) {
    WireWriter out = new WireWriter(1024);
    prefix(out, transaction.prefix());
    int prefixEnd = out.size();
    if (!transaction.prefix().inputs().isEmpty()) {
      base(out, transaction.base());
    }
    return new Unprunable(out.toBytes(), prefixEnd);
  }

  /** The part that signatures sign. */
  public static byte[] prefix(TransactionPrefix prefix) {
    WireWriter out = new WireWriter(512);
    prefix(out, prefix);
    return out.toBytes();
  }

  private static void prunable(WireWriter out, Transaction transaction) {
    if (transaction instanceof TransactionV1 v1 && v1.signatures() instanceof Signatures.Whole w) {
      out.bytes(w.bytes());
    } else if (transaction instanceof TransactionV2 v2
        && v2.prunable() instanceof Prunable.Whole whole) {
      out.bytes(whole.bytes());
    } else if (!(transaction instanceof TransactionV2 v2
        && v2.prunable() instanceof Prunable.None)) {
      throw new IllegalArgumentException("a pruned transaction has no whole encoding");
    }
  }

  private static void unprunable(WireWriter out, Transaction transaction) {
    if (transaction instanceof TransactionV1 v1) {
      prefix(out, v1.prefix());
    } else if (transaction instanceof TransactionV2 v2) {
      prefix(out, v2.prefix());
      if (!v2.prefix().inputs().isEmpty()) {
        base(out, v2.base());
      }
    }
  }

  private static void prefix(WireWriter out, TransactionPrefix prefix) {
    out.varint(prefix.version());
    out.varint(prefix.unlockTime());
    out.varint(prefix.inputs().size());
    prefix.inputs().forEach(input -> input(out, input));
    out.varint(prefix.outputs().size());
    prefix.outputs().forEach(output -> output(out, output));
    out.varint(prefix.extra().size());
    out.bytes(prefix.extra());
  }

  private static void input(WireWriter out, Input input) {
    if (input instanceof Input.Coinbase coinbase) {
      out.u8(Tags.INPUT_COINBASE);
      out.varint(coinbase.height());
    } else if (input instanceof Input.ToKey ring) {
      out.u8(Tags.INPUT_TO_KEY);
      out.varint(ring.amount());
      long[] offsets = ring.offsets().relative();
      out.varint(offsets.length);
      for (long offset : offsets) {
        out.varint(offset);
      }
      out.bytes(ring.keyImage());
    }
  }

  private static void output(WireWriter out, Output output) {
    out.varint(output.amount());
    if (output instanceof Output.ToTaggedKey tagged) {
      out.u8(Tags.OUTPUT_TO_TAGGED_KEY);
      out.bytes(tagged.key());
      out.u8(tagged.viewTag());
    } else if (output instanceof Output.ToKey plain) {
      out.u8(Tags.OUTPUT_TO_KEY);
      out.bytes(plain.key());
    }
  }

  private static void base(WireWriter out, RingCtBase base) {
    out.u8(base.type().wireByte());
    if (base.type() == RingCtType.NULL) {
      return;
    }
    out.varint(base.fee());
    for (Commitment pseudoOutput : base.pseudoOutputs()) {
      out.bytes(pseudoOutput);
    }
    out.bytes(base.encryptedAmounts());
    for (Commitment commitment : base.commitments()) {
      out.bytes(commitment);
    }
  }
}
