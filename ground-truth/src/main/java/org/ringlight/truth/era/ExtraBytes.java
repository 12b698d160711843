package org.ringlight.truth.era;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.extra.Extra;
import org.ringlight.protocol.extra.ExtraField;
import org.ringlight.protocol.extra.PaymentId;

/** Extra in each of its styles. */
final class ExtraBytes {

  private static final int MINER_NONCE_BYTES = 16;
  private static final int MINER_GATE_BYTES = 8;
  private static final int PADDING_MAX = 60;

  /** The tag of a field no program knows. */
  private static final byte UNKNOWN_TAG = 0x7f;

  /** The extra of a draft; {@code keys} gives points. */
  Bytes of(Draft draft, Supplier<PublicKey> keys, SplittableRandom noise) {
    if (draft.extra == Draft.ExtraStyle.UNREADABLE) {
      byte[] bytes = noise(noise, noise.nextInt(20, 80));
      bytes[0] = UNKNOWN_TAG;
      return Bytes.of(bytes);
    }
    List<ExtraField> fields = new ArrayList<>();
    fields.add(new ExtraField.TransactionKey(keys.get()));
    switch (draft.extra) {
      case KEY, UNREADABLE -> {}
      case ENCRYPTED_PAYMENT_ID -> fields.add(paymentId(PaymentId.Kind.ENCRYPTED, noise));
      case PLAIN_PAYMENT_ID -> fields.add(paymentId(PaymentId.Kind.PLAIN, noise));
      case MINER_NONCE ->
          fields.add(new ExtraField.Nonce(Bytes.of(noise(noise, MINER_NONCE_BYTES))));
      case MERGE_MINING ->
          fields.add(
              new ExtraField.MergeMining(noise.nextInt(4), Hash.of(noise(noise, Hash.LENGTH))));
      case ADDITIONAL_KEYS -> {
        List<PublicKey> additional = new ArrayList<>();
        draft.pays.forEach(pay -> additional.add(keys.get()));
        fields.add(new ExtraField.AdditionalKeys(additional));
      }
      case PADDING -> fields.add(new ExtraField.Padding(noise.nextInt(1, PADDING_MAX)));
      case MINER_GATE ->
          fields.add(new ExtraField.MinerGate(Bytes.of(noise(noise, MINER_GATE_BYTES))));
      case TWO_KEYS -> fields.add(new ExtraField.TransactionKey(keys.get()));
    }
    return Bytes.of(new Extra(fields, Bytes.EMPTY).encode());
  }

  private static ExtraField paymentId(PaymentId.Kind kind, SplittableRandom noise) {
    byte[] bytes = noise(noise, 1 + kind.length());
    bytes[0] = kind == PaymentId.Kind.PLAIN ? (byte) 0 : (byte) 1;
    return new ExtraField.Nonce(Bytes.of(bytes));
  }

  private static byte[] noise(SplittableRandom random, int bytes) {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return noise;
  }
}
