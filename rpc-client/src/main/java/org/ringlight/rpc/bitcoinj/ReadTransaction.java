package org.ringlight.rpc.bitcoinj;

import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.base.VarInt;
import org.bitcoinj.core.Transaction;
import org.bitcoinj.core.TransactionInput;
import org.bitcoinj.core.TransactionOutput;
import org.bitcoinj.core.TransactionWitness;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.bitcoin.BitcoinInput;
import org.ringlight.protocol.bitcoin.BitcoinOutput;
import org.ringlight.protocol.bitcoin.BitcoinTransaction;
import org.ringlight.protocol.bitcoin.DoubleSha256;
import org.ringlight.protocol.bitcoin.InputScripts;
import org.ringlight.protocol.bitcoin.OutputScripts;

/**
 * A transaction and where it stands in its block.
 *
 * @param from its first byte
 * @param to the byte after its last
 * @param witnessBytes of its marker, flag and witnesses; 0 where it has none
 */
record ReadTransaction(BitcoinTransaction transaction, int from, int to, int witnessBytes) {

  static final String WHAT_TO_DO = "ask another node for this block";

  /** Version and lock time, which stand around all else. */
  private static final int FIELD = 4;

  /** What tells that witnesses follow (BIP 144). */
  private static final int MARKER_AND_FLAG = 2;

  /**
   * What bitcoinj read, in our types.
   *
   * @param block the bytes that it was read from
   */
  static ReadTransaction of(Transaction read, byte[] block, int from, int to, DoubleSha256 sha256) {
    if (read.getInputs().isEmpty()) {
      throw new DataInvalid("a transaction without inputs", "byte " + from, WHAT_TO_DO);
    }
    boolean witnesses = block[from + FIELD] == 0;
    boolean coinbase = read.isCoinBase();
    long plain = 2L * FIELD + VarInt.sizeOf(read.getInputs().size());
    long witnessBytes = witnesses ? MARKER_AND_FLAG : 0;
    List<BitcoinInput> inputs = new ArrayList<>(read.getInputs().size());
    for (TransactionInput input : read.getInputs()) {
      byte[] script = input.getScriptBytes();
      TransactionWitness witness = input.getWitness();
      plain += 40L + VarInt.sizeOf(script.length) + script.length;
      witnessBytes += witnesses ? witness.messageSize() : 0;
      inputs.add(input(input, script, witness, coinbase));
    }
    plain += VarInt.sizeOf(read.getOutputs().size());
    List<BitcoinOutput> outputs = new ArrayList<>(read.getOutputs().size());
    for (TransactionOutput output : read.getOutputs()) {
      byte[] script = output.getScriptBytes();
      plain += 8L + VarInt.sizeOf(script.length) + script.length;
      outputs.add(new BitcoinOutput(output.getValue().value, script, OutputScripts.payee(script)));
    }
    if (plain + witnessBytes != to - from) {
      throw new DataInvalid(
          "a length or count written longer than need be", "byte " + from, WHAT_TO_DO);
    }
    return new ReadTransaction(
        new BitcoinTransaction(
            TxHash.of(id(block, from, to, (int) witnessBytes, sha256)),
            (int) read.getVersion(),
            read.lockTime().rawValue(),
            inputs,
            outputs,
            to - from,
            (int) (4 * plain + witnessBytes)),
        from,
        to,
        (int) witnessBytes);
  }

  private static BitcoinInput input(
      TransactionInput input, byte[] script, TransactionWitness witness, boolean coinbase) {
    InputScripts scripts =
        coinbase
            ? InputScripts.read(new byte[0], List.of())
            : InputScripts.read(script, items(witness));
    return new BitcoinInput(
        TxHash.of(input.getOutpoint().hash().getBytes()),
        input.getOutpoint().index(),
        input.getSequenceNumber(),
        scripts.signsAll(),
        scripts.revealedScript());
  }

  private static List<byte[]> items(TransactionWitness witness) {
    List<byte[]> items = new ArrayList<>(witness.getPushCount());
    for (int i = 0; i < witness.getPushCount(); i++) {
      items.add(witness.getPush(i));
    }
    return items;
  }

  /** The hash of the bytes without marker, flag and witnesses. */
  private static byte[] id(byte[] block, int from, int to, int witnessBytes, DoubleSha256 sha256) {
    if (witnessBytes == 0) {
      return sha256.add(block, from, to - from).finishForDisplay();
    }
    int inner = from + FIELD + MARKER_AND_FLAG;
    int innerEnd = to - FIELD - (witnessBytes - MARKER_AND_FLAG);
    return sha256
        .add(block, from, FIELD)
        .add(block, inner, innerEnd - inner)
        .add(block, to - FIELD, FIELD)
        .finishForDisplay();
  }

  /** Writes the hash of all its bytes, in the order of bytes that hashes are hashed in. */
  void copyWitnessHash(byte[] block, byte[] target, int at, DoubleSha256 sha256) {
    if (witnessBytes > 0) {
      sha256.add(block, from, to - from).finish(target, at);
    } else {
      byte[] id = DoubleSha256.reversed(transaction.hash().toBytes());
      System.arraycopy(id, 0, target, at, id.length);
    }
  }
}
