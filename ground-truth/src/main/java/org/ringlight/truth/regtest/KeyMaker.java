package org.ringlight.truth.regtest;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.ringlight.rpc.WalletKeys;

/**
 * Wallet keys worked out of a phrase, so that a story told twice has the same addresses. Good for
 * play money only: who knows the phrase knows the keys.
 *
 * <p>The wallet program could make keys too, but takes some seconds for it, as it works out ten
 * thousand subaddresses each time.
 */
final class KeyMaker {

  /** Order of the base point of Ed25519. */
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  /** Network byte of a primary address; regtest uses mainnet's (monero src/cryptonote_config.h). */
  private static final byte PRIMARY = 18;

  private static final int KEY = 32;
  private static final int CHECKSUM = 4;

  private KeyMaker() {}

  static WalletKeys keysOf(String phrase) {
    byte[] spend = sha512(phrase + ": spend");
    byte[] view = sha512(phrase + ": view");
    return new WalletKeys(address(publicKey(spend), publicKey(view)), secret(view), secret(spend));
  }

  /** A public key as RFC 8032 makes it: the base point times the clamped hash of the seed. */
  private static byte[] publicKey(byte[] seed) {
    byte[] key = new byte[KEY];
    Ed25519.generatePublicKey(seed, 0, key, 0);
    return key;
  }

  /** The scalar behind {@link #publicKey}, reduced as Monero wants it. */
  private static String secret(byte[] seed) {
    byte[] hash = sha512(Arrays.copyOf(seed, KEY));
    byte[] scalar = Arrays.copyOf(hash, KEY);
    scalar[0] &= (byte) 0xf8;
    scalar[KEY - 1] &= 0x7f;
    scalar[KEY - 1] |= 0x40;
    byte[] reduced = new BigInteger(1, reversed(scalar)).mod(ORDER).toByteArray();
    byte[] littleEndian = Arrays.copyOf(reversed(reduced), KEY);
    return HexFormat.of().formatHex(littleEndian);
  }

  private static String address(byte[] spend, byte[] view) {
    byte[] data = new byte[1 + KEY + KEY + CHECKSUM];
    data[0] = PRIMARY;
    System.arraycopy(spend, 0, data, 1, KEY);
    System.arraycopy(view, 0, data, 1 + KEY, KEY);
    KeccakDigest keccak = new KeccakDigest(256);
    keccak.update(data, 0, data.length - CHECKSUM);
    byte[] hash = new byte[KEY];
    keccak.doFinal(hash, 0);
    System.arraycopy(hash, 0, data, data.length - CHECKSUM, CHECKSUM);
    return Base58.encode(data);
  }

  private static byte[] sha512(String text) {
    return Arrays.copyOf(sha512(text.getBytes(StandardCharsets.UTF_8)), KEY);
  }

  private static byte[] sha512(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-512", e);
    }
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
