package org.ringlight.protocol.extra;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.PublicKey;

/**
 * A transaction's extra, taken apart without loss: fields as far as monerod reads them, then
 * whatever is left. Consensus does not read extra, so it may hold anything: several transaction
 * keys, thousands of zero bytes, garbage. Source: monero v0.18.3.4
 * src/cryptonote_basic/cryptonote_format_utils.cpp parse_tx_extra, which keeps the fields before
 * the first it cannot read.
 *
 * @param fields in wire order
 * @param remainder from the first byte that begins no field to the end
 */
public record Extra(List<ExtraField> fields, Bytes remainder) {

  public Extra {
    fields = List.copyOf(fields);
  }

  /** Takes any bytes apart; never fails. */
  public static Extra parse(byte[] bytes) {
    return new ExtraParser(bytes).parse();
  }

  /** The bytes; of a parsed extra exactly those it was parsed from. */
  public byte[] encode() {
    return ExtraEncoder.encode(this);
  }

  /** Whether every byte belongs to a field. */
  public boolean parsedWhole() {
    return remainder.isEmpty();
  }

  /** Every transaction key (tag 0x01) in wire order; wallets look at the first, then the others. */
  public List<PublicKey> transactionPublicKeys() {
    return fields(ExtraField.TransactionKey.class).map(ExtraField.TransactionKey::key).toList();
  }

  /** The keys of the first field of additional keys (tag 0x04), the one wallets look at. */
  public List<PublicKey> additionalPublicKeys() {
    return fields(ExtraField.AdditionalKeys.class)
        .findFirst()
        .map(ExtraField.AdditionalKeys::keys)
        .orElse(List.of());
  }

  /** The payment id in the first nonce, the one wallets look at. */
  public Optional<PaymentId> paymentId() {
    return fields(ExtraField.Nonce.class)
        .findFirst()
        .map(ExtraField.Nonce::bytes)
        .flatMap(Extra::paymentIdIn);
  }

  private static Optional<PaymentId> paymentIdIn(Bytes nonce) {
    for (PaymentId.Kind kind : PaymentId.Kind.values()) {
      if (nonce.size() == 1 + kind.length() && nonce.u8(0) == kind.tag()) {
        return Optional.of(new PaymentId(kind, nonce.slice(1, nonce.size())));
      }
    }
    return Optional.empty();
  }

  private <F extends ExtraField> Stream<F> fields(Class<F> kind) {
    return fields.stream().filter(kind::isInstance).map(kind::cast);
  }
}
