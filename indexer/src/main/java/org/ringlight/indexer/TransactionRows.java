package org.ringlight.indexer;

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
final class TransactionRows {

  private final Commit commit;
  private final Numbering numbering;

  TransactionRows(Commit commit, Numbering numbering) {
    this.commit = commit;
    this.numbering = numbering;
  }

  /**
   * @param indexInBlock 0 for the coinbase
   */
  void append(long height, int indexInBlock, CheckedTransaction.Verified verified) {
    try {
      Shape shape = Shape.of(verified.transaction());
      long txId = numbering.nextTransaction();
      commit.append(TransactionRow.TABLE, row(txId, height, indexInBlock, verified, shape));
      // rings before outputs: a transaction cannot spend what it creates
      rings(txId, height, shape);
      outputs(txId, height, shape, verified.outputIndices());
    } catch (DataInvalid e) {
      throw e.within("tx " + verified.hash());
    }
  }

  private static TransactionRow row(
      long txId, long height, int index, CheckedTransaction.Verified verified, Shape shape) {
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

  private void rings(long txId, long height, Shape shape) {
    List<Input> inputs = shape.prefix().inputs();
    List<Commitment> pseudoOutputs =
        shape.ringCt().map(RingCtBase::pseudoOutputs).orElse(List.of());
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i) instanceof Input.ToKey ring) {
        long[] members = ring.offsets().absolute();
        commit.append(
            RingRow.TABLE,
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
  }

  private void outputs(long txId, long height, Shape shape, long[] amountIndices) {
    List<Output> outputs = shape.prefix().outputs();
    if (outputs.size() != amountIndices.length) {
      throw new DataInvalid(
          outputs.size() + " outputs, but the node gives " + amountIndices.length + " indices",
          "outputs",
          Decode.ASK_ANOTHER);
    }
    @Nullable RingCtBase hidden =
        shape.ringCt().filter(base -> base.type() != RingCtType.NULL).orElse(null);
    for (int i = 0; i < amountIndices.length; i++) {
      Output output = outputs.get(i);
      long space = shape.indexSpace(output.amount());
      commit.append(
          OutputRow.TABLE,
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
  }
}
