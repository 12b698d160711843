package org.ringlight.truth.era;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Signatures;
import org.ringlight.protocol.wire.PrunableWalk;
import org.ringlight.protocol.wire.WireWriter;

/**
 * Proofs and signatures of the right layout that prove and sign nothing. Transactions of the same
 * shape have the same ones, so that they are made and hashed once. Not thread-safe.
 */
final class Prunables {

  private static final int KEY = 32;
  private static final int SIGNATURE = 64;
  private static final int SHAPES_MAX = 20_000;

  private record Shape(RingCtType type, int inputs, int outputs, int ringSize) {}

  private final Map<Shape, Prunable.Whole> made = new HashMap<>();
  private final Map<Integer, Signatures.Whole> signatures = new HashMap<>();
  private final SplittableRandom random;

  Prunables(SplittableRandom random) {
    this.random = random;
  }

  /** The prunable part of a RingCT transaction whose rings are of one size. */
  Prunable.Whole of(RingCtType type, int inputs, int outputs, int ringSize) {
    if (made.size() > SHAPES_MAX) {
      made.clear();
    }
    return made.computeIfAbsent(new Shape(type, inputs, outputs, ringSize), this::make);
  }

  /** The signatures of a version 1 transaction. */
  Signatures.Whole ofVersion1(int members) {
    return signatures.computeIfAbsent(
        members, n -> new Signatures.Whole(Bytes.of(noise(SIGNATURE * n))));
  }

  /** Bytes of the prunable part of such a transaction. */
  static long size(RingCtType type, int inputs, int outputs, int ringSize) {
    int rounds = 2 * (2 + rounds(outputs)) * KEY;
    long proofs =
        switch (type.rangeProof()) {
          case NONE -> 0;
          case BORROMEAN -> (long) PrunableWalk.BORROMEAN_BYTES * outputs;
          case BULLETPROOF -> rounds + 5L * KEY;
          case BULLETPROOF_PLUS -> rounds + 2L * KEY;
        };
    long pseudoOutputs = type.pseudoOutputsInPrunable() ? (long) KEY * inputs : 0;
    return proofs + PrunableWalk.signatureBytes(type, inputs, ringSize) + pseudoOutputs;
  }

  private Prunable.Whole make(Shape shape) {
    WireWriter out = new WireWriter(4096);
    switch (shape.type().rangeProof()) {
      case NONE -> {}
      case BORROMEAN ->
          out.bytes(noise(Math.multiplyExact(PrunableWalk.BORROMEAN_BYTES, shape.outputs())));
      case BULLETPROOF -> {
        count(out, shape.type());
        proof(out, 6, 3, rounds(shape.outputs()));
      }
      case BULLETPROOF_PLUS -> {
        count(out, shape.type());
        proof(out, 6, 0, rounds(shape.outputs()));
      }
    }
    long signed = PrunableWalk.signatureBytes(shape.type(), shape.inputs(), shape.ringSize());
    out.bytes(noise(Math.toIntExact(signed)));
    if (shape.type().pseudoOutputsInPrunable()) {
      out.bytes(noise(KEY * shape.inputs()));
    }
    return new Prunable.Whole(Bytes.of(out.toBytes()));
  }

  private static void count(WireWriter out, RingCtType type) {
    if (type.fixedProofCount()) {
      out.u32(1);
    } else {
      out.varint(1);
    }
  }

  private void proof(WireWriter out, int keysBefore, int keysAfter, int rounds) {
    out.bytes(noise(KEY * keysBefore));
    for (int list = 0; list < 2; list++) {
      out.varint(rounds);
      out.bytes(noise(KEY * rounds));
    }
    out.bytes(noise(KEY * keysAfter));
  }

  /** Six for 64 bits, one more each time the number of outputs doubles. */
  private static int rounds(int outputs) {
    return 6 + (outputs <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(outputs - 1));
  }

  private byte[] noise(int bytes) {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return noise;
  }
}
