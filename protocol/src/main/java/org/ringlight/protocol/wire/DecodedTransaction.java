package org.ringlight.protocol.wire;

import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.RingCtBase;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Signatures;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.UnsupportedTransaction;

/**
 * A transaction beside the bytes it was read from, with the places where its parts end: what hashes
 * parts can do so without encoding them again. The bytes are not copied and must not change while
 * this is in use.
 */
public final class DecodedTransaction {

  /** monero v0.18.3.4 src/rpc/core_rpc_server.cpp on_get_blocks: crypto::null_hash. */
  private static final Hash NOTHING_SAID = Hash.of(new byte[Hash.LENGTH]);

  private final Transaction transaction;
  private final byte[] bytes;
  private final int start;
  private final int prefixEnd;
  private final int baseEnd;
  private final int end;

  private DecodedTransaction(
      Transaction transaction, byte[] bytes, int start, int prefixEnd, int baseEnd, int end) {
    this.transaction = transaction;
    this.bytes = bytes;
    this.start = start;
    this.prefixEnd = prefixEnd;
    this.baseEnd = baseEnd;
    this.end = end;
  }

  /** Reads a whole transaction that takes all of {@code blob}. */
  public static DecodedTransaction full(byte[] blob) {
    return whole(blob, new Form.Full(), "transaction");
  }

  /**
   * Reads a pruned transaction that takes all of {@code blob}: without signatures in version 1,
   * without the prunable part in version 2.
   *
   * @param prunableHash of the part left out; null, or the 32 zero bytes monerod writes where it
   *     says nothing, where nobody gave it and where there is none
   */
  public static DecodedTransaction pruned(byte[] blob, @Nullable Hash prunableHash) {
    return whole(
        blob,
        new Form.Pruned(
            prunableHash == null || prunableHash.equals(NOTHING_SAID)
                ? new Prunable.Unknown()
                : new Prunable.Pruned(prunableHash)),
        "pruned transaction");
  }

  private static DecodedTransaction whole(byte[] blob, Form form, String what) {
    WireReader in = WireReader.of(blob);
    try {
      DecodedTransaction decoded = read(blob, in, form);
      in.requireEnd("the " + what);
      return decoded;
    } catch (UnsupportedKind kind) {
      return new DecodedTransaction(
          new UnsupportedTransaction(Bytes.of(blob), kind.reason()), blob, 0, 0, 0, blob.length);
    }
  }

  /** Reads one whole transaction from the middle of other bytes. */
  static DecodedTransaction within(byte[] bytes, WireReader in) throws UnsupportedKind {
    return read(bytes, in, new Form.Full());
  }

  private static DecodedTransaction read(byte[] bytes, WireReader in, Form form)
      throws UnsupportedKind {
    int start = in.position();
    TransactionPrefix prefix = new PrefixDecoder(bytes, in).decode();
    int prefixEnd = in.position();
    if (prefix.version() == 1) {
      Transaction transaction = new TransactionV1(prefix, form.signatures(in, prefix));
      return new DecodedTransaction(transaction, bytes, start, prefixEnd, prefixEnd, in.position());
    }
    int inputs = prefix.inputs().size();
    RingCtBase base =
        inputs == 0
            ? RingCtBase.NULL
            : BaseDecoder.decode(bytes, in, start, inputs, prefix.outputs().size());
    int baseEnd = in.position();
    Prunable prunable =
        base.type() == RingCtType.NULL
            ? new Prunable.None()
            : form.prunable(in, prefix, base.type());
    return new DecodedTransaction(
        new TransactionV2(prefix, base, prunable), bytes, start, prefixEnd, baseEnd, in.position());
  }

  /** The transaction, or {@link UnsupportedTransaction}. */
  public Transaction transaction() {
    return transaction;
  }

  /** The array the transaction was read from; not a copy. */
  public byte[] source() {
    return bytes;
  }

  /** Where in {@link #source} the transaction starts. */
  public int start() {
    return start;
  }

  /** Where the prefix ends. */
  public int prefixEnd() {
    return prefixEnd;
  }

  /** Where the part that pruning keeps ends. */
  public int baseEnd() {
    return baseEnd;
  }

  /** Where the transaction ends. */
  public int end() {
    return end;
  }

  /** What follows the part that pruning keeps. */
  private sealed interface Form {

    Signatures signatures(WireReader in, TransactionPrefix prefix);

    Prunable prunable(WireReader in, TransactionPrefix prefix, RingCtType type);

    record Full() implements Form {
      @Override
      public Signatures signatures(WireReader in, TransactionPrefix prefix) {
        return new Signatures.Whole(
            in.bytes(TransactionV1.signatureBytes(prefix), "ring signatures"));
      }

      @Override
      public Prunable prunable(WireReader in, TransactionPrefix prefix, RingCtType type) {
        int from = in.position();
        PrunableWalk.pass(
            in, type, prefix.inputs().size(), prefix.outputs().size(), prefix.firstRingSize());
        return new Prunable.Whole(in.since(from));
      }
    }

    record Pruned(Prunable leftOut) implements Form {
      @Override
      public Signatures signatures(WireReader in, TransactionPrefix prefix) {
        return TransactionV1.signatureBytes(prefix) == 0
            ? new Signatures.Whole(Bytes.EMPTY)
            : new Signatures.Pruned();
      }

      @Override
      public Prunable prunable(WireReader in, TransactionPrefix prefix, RingCtType type) {
        return leftOut;
      }
    }
  }
}
