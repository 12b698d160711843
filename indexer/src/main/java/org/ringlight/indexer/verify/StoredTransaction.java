package org.ringlight.indexer.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.KeyOffsets;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.RingCtBase;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Signatures;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.wire.WireWriter;

/**
 * A transaction as its rows tell it, put together again so that it can be hashed.
 *
 * @param rings of this transaction, by input index
 * @param outputs of this transaction, by index in it
 */
record StoredTransaction(TransactionRow row, List<RingRow> rings, List<OutputRow> outputs) {

  /**
   * The hash that the rows give; empty where the tables cannot tell it: a transaction of version 1
   * that is no coinbase, whose hash covers signatures that are not stored.
   *
   * @throws IllegalArgumentException where the rows do not make a transaction
   */
  Optional<TxHash> hash() {
    return TransactionHashes.of(transaction());
  }

  /**
   * The transaction, pruned.
   *
   * @throws IllegalArgumentException where the rows do not make one
   */
  Transaction transaction() {
    TransactionPrefix prefix =
        new TransactionPrefix(
            row.version(), row.unlockTime(), inputs(), outputsOnTheWire(), Bytes.of(row.extra()));
    if (row.version() == 1) {
      return new TransactionV1(
          prefix, row.coinbase() ? new Signatures.Whole(Bytes.EMPTY) : new Signatures.Pruned());
    }
    RingCtType type =
        RingCtType.of(Objects.requireNonNull(row.rctType(), "RingCT type"))
            .orElseThrow(() -> new IllegalArgumentException("RingCT type " + row.rctType()));
    if (type == RingCtType.NULL) {
      return new TransactionV2(prefix, RingCtBase.NULL, new Prunable.None());
    }
    return new TransactionV2(
        prefix,
        base(type),
        new Prunable.Pruned(Objects.requireNonNull(row.prunableHash(), "prunable hash")));
  }

  private List<Input> inputs() {
    if (row.coinbase()) {
      return List.of(new Input.Coinbase(row.height()));
    }
    List<Input> inputs = new ArrayList<>(rings.size());
    for (RingRow ring : rings) {
      inputs.add(
          new Input.ToKey(
              ring.indexSpace(), KeyOffsets.ofAbsolute(ring.members()), ring.keyImage()));
    }
    return inputs;
  }

  private List<Output> outputsOnTheWire() {
    List<Output> wire = new ArrayList<>(outputs.size());
    for (OutputRow output : outputs) {
      long amount = output.value() == null ? 0 : output.value();
      wire.add(
          output.viewTag() == null
              ? new Output.ToKey(amount, output.publicKey())
              : new Output.ToTaggedKey(amount, output.publicKey(), output.viewTag().byteValue()));
    }
    return wire;
  }

  private RingCtBase base(RingCtType type) {
    List<Commitment> pseudoOutputs = new ArrayList<>();
    if (type.pseudoOutputsInBase()) {
      for (RingRow ring : rings) {
        pseudoOutputs.add(Objects.requireNonNull(ring.pseudoOutput(), "pseudo output"));
      }
    }
    WireWriter amounts = new WireWriter(outputs.size() * type.encryptedAmountBytes());
    List<Commitment> commitments = new ArrayList<>(outputs.size());
    for (OutputRow output : outputs) {
      amounts.bytes(Objects.requireNonNull(output.encryptedAmount(), "encrypted amount"));
      commitments.add(Objects.requireNonNull(output.commitment(), "commitment"));
    }
    return new RingCtBase(
        type,
        Objects.requireNonNull(row.fee(), "fee"),
        pseudoOutputs,
        Bytes.of(amounts.toBytes()),
        commitments);
  }
}
