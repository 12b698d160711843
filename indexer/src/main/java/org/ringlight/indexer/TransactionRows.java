package org.ringlight.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Commit;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.RingCtBase;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.extra.Extra;
import org.ringlight.protocol.extra.PaymentId;

/** A verified transaction as rows: itself, its rings, its outputs. */
record TransactionRows(TransactionRow transaction, List<RingRow> rings, List<OutputRow> outputs) {

  /**
   * Numbers a transaction and everything in it.
   *
   * @param indexInBlock 0 for the coinbase
   * @throws DataInvalid where ring members do not exist or output indices do not continue
   */
  static TransactionRows of(
      long height, int indexInBlock, CheckedTransaction.Verified verified, RowNumbers numbering) {
    try {
      Shape shape = verified.shape();
      long txId = numbering.nextTransaction();
      // rings before outputs: a transaction cannot spend what it creates
      List<RingRow> rings = rings(txId, height, shape, numbering);
      List<OutputRow> outputs = outputs(txId, height, verified, numbering);
      return new TransactionRows(row(txId, height, indexInBlock, verified), rings, outputs);
    } catch (DataInvalid e) {
      throw e.within("tx " + verified.hash());
    }
  }

  void appendTo(Commit commit) {
    commit.append(TransactionRow.TABLE, transaction);
    rings.forEach(ring -> commit.append(RingRow.TABLE, ring));
    outputs.forEach(output -> commit.append(OutputRow.TABLE, output));
  }

  static TransactionRow row(
      long txId, long height, int index, CheckedTransaction.Verified verified) {
    Shape shape = verified.shape();
    TransactionPrefix prefix = shape.prefix();
    byte[] extraBytes = prefix.extra().toBytes();
    Extra extra = Extra.parse(extraBytes);
    Optional<PaymentId> paymentId = extra.paymentId();
    return new TransactionRow(
        txId,
        height,
        index,
        verified.hash(),
        index == 0,
        Math.toIntExact(prefix.version()),
        shape.ringCt().map(base -> (int) base.type().wireByte()).orElse(null),
        prefix.unlockTime(),
        index == 0 ? null : fee(shape),
        verified.weight(),
        prefix.inputs().size(),
        prefix.outputs().size(),
        extraBytes,
        keys(extra),
        paymentId.map(id -> id.bytes().toBytes()).orElse(null),
        paymentId.map(id -> id.kind().name().toLowerCase(Locale.ROOT)).orElse(null),
        verified.prunableHash().orElse(null));
  }

  private static List<PublicKey> keys(Extra extra) {
    return Stream.concat(
            extra.transactionPublicKeys().stream(), extra.additionalPublicKeys().stream())
        .toList();
  }

  /** Said by RingCT transactions; what version 1 takes in and does not pay out. */
  private static long fee(Shape shape) {
    if (shape.ringCt().isPresent()) {
      return shape.ringCt().get().fee();
    }
    long fee = 0;
    for (Input input : shape.prefix().inputs()) {
      fee += input instanceof Input.ToKey ring ? ring.amount() : 0;
    }
    for (Output output : shape.prefix().outputs()) {
      fee -= output.amount();
    }
    return fee;
  }

  private static List<RingRow> rings(long txId, long height, Shape shape, RowNumbers numbering) {
    List<Input> inputs = shape.prefix().inputs();
    List<Commitment> pseudoOutputs =
        shape.ringCt().map(RingCtBase::pseudoOutputs).orElse(List.of());
    List<RingRow> rings = new ArrayList<>(inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i) instanceof Input.ToKey ring) {
        long[] members = ring.offsets().absolute();
        rings.add(
            new RingRow(
                numbering.nextRing(),
                txId,
                height,
                i,
                ring.amount(),
                ring.keyImage(),
                members,
                numbering.members(ring.amount(), members),
                pseudoOutputs.isEmpty() ? null : pseudoOutputs.get(i)));
      }
    }
    return rings;
  }

  private static List<OutputRow> outputs(
      long txId, long height, CheckedTransaction.Verified verified, RowNumbers numbering) {
    Shape shape = verified.shape();
    long[] amountIndices = verified.outputIndices();
    List<Output> outputs = shape.prefix().outputs();
    if (outputs.size() != amountIndices.length) {
      throw new DataInvalid(
          outputs.size() + " outputs, but the node gives " + amountIndices.length + " indices",
          "outputs",
          Decode.ASK_ANOTHER);
    }
    @Nullable RingCtBase hidden =
        shape.ringCt().filter(base -> base.type() != RingCtType.NULL).orElse(null);
    List<OutputRow> rows = new ArrayList<>(amountIndices.length);
    for (int i = 0; i < amountIndices.length; i++) {
      Output output = outputs.get(i);
      long space = shape.indexSpace(output.amount());
      rows.add(
          new OutputRow(
              numbering.nextOutput(space, amountIndices[i], output),
              txId,
              height,
              i,
              space,
              amountIndices[i],
              hidden == null ? output.amount() : null,
              output.key(),
              hidden == null ? null : hidden.commitments().get(i),
              output instanceof Output.ToTaggedKey tagged
                  ? Byte.toUnsignedInt(tagged.viewTag())
                  : null,
              hidden == null ? null : hidden.encryptedAmount(i).toBytes()));
    }
    return rows;
  }
}
