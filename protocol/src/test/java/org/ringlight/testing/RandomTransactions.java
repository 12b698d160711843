package org.ringlight.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.KeyOffsets;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.RingCtBase;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Signatures;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.wire.PrunableWalk;
import org.ringlight.protocol.wire.WireWriter;

/**
 * Transactions of every kind, well formed down to the last byte of their proofs, with random keys:
 * the same seed gives the same ones. None would pass a signature check.
 */
public final class RandomTransactions {

  private static final int KEY = 32;

  private final Random random;

  public RandomTransactions(long seed) {
    this.random = new Random(seed);
  }

  /** How many of what. */
  public record Shape(int inputs, int ringSize, int outputs) {}

  /** A shape with up to four inputs, rings of up to 16 and up to 16 outputs. */
  public Shape shape() {
    return new Shape(
        1 + random.nextInt(4), 1 + random.nextInt(16), 1 + random.nextInt(random.nextInt(16) + 1));
  }

  /** Amounts in clear, with anything as unlock time and extra, repeated members and wraps. */
  public TransactionV1 v1(Shape shape) {
    TransactionPrefix prefix =
        prefix(1, shape, i -> (long) (1 + random.nextInt(9)) * 1_000_000_000L, wildExtra());
    return new TransactionV1(
        prefix, new Signatures.Whole(Bytes.of(bytes((int) TransactionV1.signatureBytes(prefix)))));
  }

  /** A miner transaction of version 2. */
  public TransactionV2 coinbase(long height) {
    byte[] extra = new byte[33];
    random.nextBytes(extra);
    extra[0] = 1;
    return new TransactionV2(
        new TransactionPrefix(
            2,
            height + 60,
            List.of(new Input.Coinbase(height)),
            List.of(output(600_000_000_000L)),
            Bytes.of(extra)),
        RingCtBase.NULL,
        new Prunable.None());
  }

  /** RingCT of one type, whole, with one range proof over all outputs. */
  public TransactionV2 ringCt(RingCtType type, Shape shape) {
    return ringCt(type, shape, 1);
  }

  /**
   * RingCT of one type, whole.
   *
   * @param proofs how many Bulletproofs share the outputs
   */
  public TransactionV2 ringCt(RingCtType type, Shape shape, int proofs) {
    TransactionPrefix prefix = prefix(2, shape, i -> 0L, walletExtra());
    RingCtBase base =
        new RingCtBase(
            type,
            random.nextInt(1_000_000_000),
            type.pseudoOutputsInBase() ? commitments(shape.inputs()) : List.of(),
            Bytes.of(bytes(shape.outputs() * type.encryptedAmountBytes())),
            commitments(shape.outputs()));
    return new TransactionV2(
        prefix, base, new Prunable.Whole(Bytes.of(prunable(type, shape, proofs))));
  }

  private byte[] prunable(RingCtType type, Shape shape, int proofs) {
    WireWriter out = new WireWriter(4096);
    switch (type.rangeProof()) {
      case NONE -> throw new IllegalArgumentException("type 0 has nothing prunable");
      case BORROMEAN -> out.bytes(bytes(PrunableWalk.BORROMEAN_BYTES * shape.outputs()));
      case BULLETPROOF -> bulletproofs(out, type, shape.outputs(), proofs, 3);
      case BULLETPROOF_PLUS -> bulletproofs(out, type, shape.outputs(), proofs, 0);
    }
    out.bytes(bytes((int) PrunableWalk.signatureBytes(type, shape.inputs(), shape.ringSize())));
    if (type.pseudoOutputsInPrunable()) {
      out.bytes(bytes(KEY * shape.inputs()));
    }
    return out.toBytes();
  }

  private void bulletproofs(
      WireWriter out, RingCtType type, int outputs, int proofs, int keysAfter) {
    if (type.fixedProofCount()) {
      out.u32(proofs);
    } else {
      out.varint(proofs);
    }
    int covered = (outputs + proofs - 1) / proofs;
    int rounds = 6;
    while (1 << (rounds - 6) < covered) {
      rounds++;
    }
    for (int i = 0; i < proofs; i++) {
      out.bytes(bytes(6 * KEY));
      for (int side = 0; side < 2; side++) {
        out.varint(rounds);
        out.bytes(bytes(rounds * KEY));
      }
      out.bytes(bytes(keysAfter * KEY));
    }
  }

  private TransactionPrefix prefix(
      int version, Shape shape, IntFunction<Long> amount, byte[] extra) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < shape.inputs(); i++) {
      KeyImage keyImage = KeyImage.of(bytes(KEY));
      inputs.add(new Input.ToKey(amount.apply(i), offsets(shape.ringSize()), keyImage));
    }
    List<Output> outputs = new ArrayList<>();
    for (int i = 0; i < shape.outputs(); i++) {
      outputs.add(output(amount.apply(i)));
    }
    long unlockTime = random.nextInt(10) == 0 ? random.nextLong() : 0;
    return new TransactionPrefix(version, unlockTime, inputs, outputs, Bytes.of(extra));
  }

  /** Mostly as wallets choose them; one ring in twenty repeats a member or wraps around. */
  private KeyOffsets offsets(int ringSize) {
    long[] offsets = new long[ringSize];
    for (int i = 0; i < ringSize; i++) {
      offsets[i] = 1L + random.nextInt(i == 0 ? 100_000_000 : 200_000);
    }
    if (random.nextInt(20) == 0) {
      offsets[random.nextInt(ringSize)] = random.nextBoolean() ? 0 : random.nextLong();
    }
    return KeyOffsets.ofRelative(offsets);
  }

  private Output output(long amount) {
    PublicKey key = PublicKey.of(bytes(KEY));
    return random.nextBoolean()
        ? new Output.ToTaggedKey(amount, key, (byte) random.nextInt())
        : new Output.ToKey(amount, key);
  }

  private List<Commitment> commitments(int count) {
    List<Commitment> commitments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      commitments.add(Commitment.of(bytes(KEY)));
    }
    return commitments;
  }

  /** A transaction key and an encrypted payment id: the 44 bytes most wallets write. */
  private byte[] walletExtra() {
    byte[] extra = bytes(44);
    extra[0] = 1;
    extra[33] = 2;
    extra[34] = 9;
    extra[35] = 1;
    return extra;
  }

  private byte[] wildExtra() {
    return bytes(random.nextInt(80));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
