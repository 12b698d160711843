package org.ringlight.indexer.bitcoin;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.bitcoin.DoubleSha256;

/** A transaction as bytes; nobody checks its signatures. */
final class MadeTransaction {

  private static final byte[] NO_TX = new byte[DoubleSha256.LENGTH];

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Input(byte[] previous, long index, byte[] script, List<byte[]> witness) {}

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Output(long value, byte[] script) {}

  private final List<Input> inputs = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();

  /** A coinbase; {@code mark} tells it from others, its script begins with the height (BIP 34). */
  static MadeTransaction coinbase(long height, int mark, List<byte[]> witness) {
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    script.write(4);
    little(script, height, 4);
    script.write(4);
    little(script, mark, 4);
    MadeTransaction made = new MadeTransaction();
    made.inputs.add(new Input(NO_TX, 0xffff_ffffL, script.toByteArray(), witness));
    return made;
  }

  /** Spends an output. */
  MadeTransaction spend(byte[] transaction, long index, byte[] script, List<byte[]> witness) {
    inputs.add(new Input(transaction, index, script, witness));
    return this;
  }

  MadeTransaction pay(long value, byte[] script) {
    outputs.add(new Output(value, script));
    return this;
  }

  int outputCount() {
    return outputs.size();
  }

  boolean hasWitness() {
    return inputs.stream().anyMatch(input -> !input.witness().isEmpty());
  }

  /** Its id, in the order of bytes in which it is hashed. */
  byte[] id() {
    return hash(bytes(false));
  }

  TxHash hash() {
    return TxHash.of(DoubleSha256.reversed(id()));
  }

  /** The hash over its witnesses too. */
  byte[] witnessId() {
    return hash(bytes(true));
  }

  static byte[] hash(byte[] bytes) {
    byte[] hash = new byte[DoubleSha256.LENGTH];
    new DoubleSha256().add(bytes, 0, bytes.length).finish(hash, 0);
    return hash;
  }

  byte[] bytes() {
    return bytes(true);
  }

  private byte[] bytes(boolean witnesses) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    little(out, 2, 4);
    boolean extended = witnesses && hasWitness();
    if (extended) {
      out.write(0);
      out.write(1);
    }
    count(out, inputs.size());
    for (Input input : inputs) {
      out.writeBytes(input.previous());
      little(out, input.index(), 4);
      count(out, input.script().length);
      out.writeBytes(input.script());
      little(out, 0xffff_ffffL, 4);
    }
    count(out, outputs.size());
    for (Output output : outputs) {
      little(out, output.value(), 8);
      count(out, output.script().length);
      out.writeBytes(output.script());
    }
    if (extended) {
      for (Input input : inputs) {
        count(out, input.witness().size());
        for (byte[] item : input.witness()) {
          count(out, item.length);
          out.writeBytes(item);
        }
      }
    }
    little(out, 0, 4);
    return out.toByteArray();
  }

  static void little(ByteArrayOutputStream out, long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * i)));
    }
  }

  static void count(ByteArrayOutputStream out, int value) {
    if (value < 0xfd) {
      out.write(value);
    } else if (value <= 0xffff) {
      out.write(0xfd);
      little(out, value, 2);
    } else {
      out.write(0xfe);
      little(out, value, 4);
    }
  }
}
