package org.ringlight.protocol.extra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.wire.WireReader;

/**
 * Takes extra apart. Where monerod reads a length that the end of extra cut off as zero, the byte
 * of its tag stays in the remainder here: nothing is lost, and no field that was not written is
 * made up.
 */
final class ExtraParser {

  private final byte[] bytes;
  private final WireReader in;

  ExtraParser(byte[] bytes) {
    this.bytes = bytes;
    this.in = WireReader.of(bytes);
  }

  Extra parse() {
    List<ExtraField> fields = new ArrayList<>();
    int parsed = 0;
    while (in.remaining() > 0) {
      Optional<ExtraField> field = next();
      if (field.isEmpty()) {
        break;
      }
      fields.add(field.get());
      parsed = in.position();
    }
    return new Extra(fields, Bytes.at(bytes, parsed, bytes.length));
  }

  private Optional<ExtraField> next() {
    try {
      return switch (in.u8("tag")) {
        case ExtraTags.PADDING -> padding();
        case ExtraTags.TRANSACTION_KEY -> Optional.of(new ExtraField.TransactionKey(key()));
        case ExtraTags.NONCE -> nonce();
        case ExtraTags.MERGE_MINING -> mergeMining();
        case ExtraTags.ADDITIONAL_KEYS -> Optional.of(additionalKeys());
        case ExtraTags.MINER_GATE -> Optional.of(new ExtraField.MinerGate(sized()));
        default -> Optional.empty();
      };
    } catch (DataInvalid unreadable) {
      return Optional.empty();
    }
  }

  /** Padding runs to the end: anything but zeros, or too many, is no padding. */
  private Optional<ExtraField> padding() {
    int length = 1 + in.remaining();
    if (length > ExtraField.Padding.LENGTH_MAX) {
      return Optional.empty();
    }
    while (in.remaining() > 0) {
      if (in.u8("padding") != 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new ExtraField.Padding(length));
  }

  private Optional<ExtraField> nonce() {
    Bytes nonce = sized();
    return nonce.size() > ExtraField.Nonce.LENGTH_MAX
        ? Optional.empty()
        : Optional.of(new ExtraField.Nonce(nonce));
  }

  private Optional<ExtraField> mergeMining() {
    int from = in.skip(in.count("length", 1), "field");
    WireReader inner = WireReader.of(bytes, from, in.position());
    long depth = inner.varint("depth");
    Hash root = Hash.at(bytes, inner.skip32("root"));
    return inner.remaining() == 0
        ? Optional.of(new ExtraField.MergeMining(depth, root))
        : Optional.empty();
  }

  private ExtraField additionalKeys() {
    int count = in.count("number of keys", Bytes32.LENGTH);
    List<PublicKey> keys = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      keys.add(key());
    }
    return new ExtraField.AdditionalKeys(keys);
  }

  private PublicKey key() {
    return PublicKey.at(bytes, in.skip32("key"));
  }

  private Bytes sized() {
    return in.bytes(in.count("length", 1), "field");
  }
}
