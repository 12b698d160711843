package org.ringlight.protocol.wire;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.KeyOffsets;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TransactionPrefix;

/**
 * Reads what all transactions share. Source: monero v0.18.3.4
 * src/cryptonote_basic/cryptonote_basic.h transaction_prefix.
 */
final class PrefixDecoder {

  private final byte[] bytes;
  private final WireReader in;
  private final int start;

  PrefixDecoder(byte[] bytes, WireReader in) {
    this.bytes = bytes;
    this.in = in;
    this.start = in.position();
  }

  TransactionPrefix decode() throws UnsupportedKind {
    long version = in.varint("transaction version");
    if (version != 1 && version != 2) {
      throw unsupported("transaction version " + Long.toUnsignedString(version));
    }
    long unlockTime = in.varint("unlock time");
    int inputCount = in.count("number of inputs", Bounds.INPUT_BYTES);
    List<Input> inputs = new ArrayList<>(inputCount);
    for (int i = 0; i < inputCount; i++) {
      inputs.add(input());
    }
    int outputCount = in.count("number of outputs", Bounds.OUTPUT_BYTES);
    List<Output> outputs = new ArrayList<>(outputCount);
    for (int i = 0; i < outputCount; i++) {
      outputs.add(output());
    }
    Bytes extra = in.bytes(in.count("length of extra", Bounds.EXTRA_BYTES), "extra");
    return new TransactionPrefix(version, unlockTime, inputs, outputs, extra);
  }

  private Input input() throws UnsupportedKind {
    int tag = in.u8("input tag");
    return switch (tag) {
      case Tags.INPUT_TO_KEY -> ring();
      case Tags.INPUT_COINBASE -> new Input.Coinbase(in.varint("coinbase height"));
      default -> throw unsupported("input tag " + tag);
    };
  }

  private Input ring() {
    long amount = in.varint("input amount");
    long[] offsets = new long[in.count("ring size", Bounds.OFFSET_BYTES)];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = in.varint("key offset");
    }
    KeyImage keyImage = KeyImage.at(bytes, in.skip32("key image"));
    return new Input.ToKey(amount, KeyOffsets.ofRelative(offsets), keyImage);
  }

  private Output output() throws UnsupportedKind {
    long amount = in.varint("output amount");
    int tag = in.u8("output tag");
    return switch (tag) {
      case Tags.OUTPUT_TO_TAGGED_KEY ->
          new Output.ToTaggedKey(amount, key(), (byte) in.u8("view tag"));
      case Tags.OUTPUT_TO_KEY -> new Output.ToKey(amount, key());
      default -> throw unsupported("output tag " + tag);
    };
  }

  private PublicKey key() {
    return PublicKey.at(bytes, in.skip32("output key"));
  }

  private UnsupportedKind unsupported(String what) {
    return new UnsupportedKind(what, in.position() - start - 1);
  }
}
