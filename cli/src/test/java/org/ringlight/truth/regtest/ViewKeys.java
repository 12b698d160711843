package org.ringlight.truth.regtest;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.Keccak;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;
import org.ringlight.rpc.recording.EdwardsPoint;
import org.ringlight.truth.AddressLabel;
import org.ringlight.truth.KnownOutput;

/**
 * The view keys of a story's wallets, made of its seed, and what each opens on the chain: a second
 * way to what the wallets say of their outputs. Only chains with view tags.
 *
 * <p>Source: monero v0.18.3.4 {@code src/crypto/crypto.cpp} ({@code derivation_to_scalar}, {@code
 * derive_subaddress_public_key}, {@code derive_view_tag}), {@code src/ringct/rctOps.cpp} ({@code
 * ecdhDecode}).
 */
public final class ViewKeys {

  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
  private static final int SPEND_KEY_AT = 1;

  private final Map<String, BigInteger> views = new HashMap<>();
  private final Map<String, Set<String>> spendKeys;

  /** Of a story with this seed, whose addresses are these. */
  public ViewKeys(long seed, List<AddressLabel> labels) {
    for (AddressLabel label : labels) {
      views.computeIfAbsent(
          label.owner(),
          owner -> scalar(HexFormat.of().parseHex(KeyMaker.keysOf(seed + " " + owner).viewKey())));
    }
    this.spendKeys =
        labels.stream()
            .collect(
                Collectors.groupingBy(
                    AddressLabel::owner,
                    Collectors.mapping(label -> spendKey(label.address()), Collectors.toSet())));
  }

  /** Everybody. */
  public Set<String> owners() {
    return views.keySet();
  }

  /** What an owner's key says of an output; null where it is not the owner's. */
  public @Nullable KnownOutput open(String owner, TransactionRow made, OutputRow output) {
    for (byte[] derivation : derivations(owner, made, output)) {
      KnownOutput known = open(owner, derivation, output);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  /** With the transaction's key, and with the output's own where it has one. */
  private List<byte[]> derivations(String owner, TransactionRow made, OutputRow output) {
    List<PublicKey> keys = made.txPublicKeys();
    boolean own = keys.size() == made.outputCount() + 1;
    return (own ? List.of(keys.get(0), keys.get(1 + output.indexInTx())) : keys.subList(0, 1))
        .stream().map(key -> derivation(owner, key)).toList();
  }

  private byte[] derivation(String owner, PublicKey key) {
    return EdwardsPoint.decode(key.toBytes())
        .times(Objects.requireNonNull(views.get(owner)))
        .times(BigInteger.valueOf(8))
        .encode();
  }

  private @Nullable KnownOutput open(String owner, byte[] derivation, OutputRow output) {
    byte[] index = varint(output.indexInTx());
    int tag = hash("view_tag".getBytes(StandardCharsets.US_ASCII), derivation, index)[0] & 0xff;
    if (!Objects.equals(output.viewTag(), tag)) {
      return null;
    }
    byte[] hash = hash(derivation, index);
    byte[] shared = littleEndian(scalar(hash).mod(ORDER));
    EdwardsPoint offset = EdwardsPoint.BASE.times(scalar(shared));
    String key = output.publicKey().toString();
    boolean mine =
        Objects.requireNonNull(spendKeys.get(owner)).stream()
            .anyMatch(
                spend ->
                    HexFormat.of()
                        .formatHex(
                            EdwardsPoint.decode(HexFormat.of().parseHex(spend))
                                .plus(offset)
                                .encode())
                        .equals(key));
    OutputName name = new OutputName(output.indexSpace(), output.amountIndex());
    return mine ? new KnownOutput(name, owner, amount(output, shared)) : null;
  }

  private static long amount(OutputRow output, byte[] shared) {
    if (output.value() != null) {
      return output.value();
    }
    byte[] mask = hash("amount".getBytes(StandardCharsets.US_ASCII), shared);
    byte[] hidden = Objects.requireNonNull(output.encryptedAmount());
    return little(hidden) ^ little(mask);
  }

  private static long little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private static String spendKey(String address) {
    byte[] data = Base58Reader.decode(address);
    return HexFormat.of().formatHex(Arrays.copyOfRange(data, SPEND_KEY_AT, SPEND_KEY_AT + 32));
  }

  private static byte[] hash(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return Keccak.hash(all.toByteArray());
  }

  private static byte[] varint(int value) {
    return value < 0x80
        ? new byte[] {(byte) value}
        : new byte[] {(byte) (value | 0x80), (byte) (value >> 7)};
  }

  private static BigInteger scalar(byte[] littleEndian) {
    byte[] big = new byte[littleEndian.length];
    for (int i = 0; i < big.length; i++) {
      big[i] = littleEndian[big.length - 1 - i];
    }
    return new BigInteger(1, big);
  }

  private static byte[] littleEndian(BigInteger scalar) {
    byte[] big = scalar.toByteArray();
    byte[] little = new byte[32];
    for (int i = 0; i < Math.min(32, big.length); i++) {
      little[i] = big[big.length - 1 - i];
    }
    return little;
  }
}
