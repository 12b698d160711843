package org.ringlight.protocol;

/**
 * A point used as a one-time output key or as a transaction public key; not checked to lie on the
 * curve.
 */
public final class PublicKey extends Bytes32 {

  private PublicKey(byte[] source, int offset) {
    super(source, offset);
  }

  /** The public key in the 32 bytes of {@code source} from {@code offset}. */
  public static PublicKey at(byte[] source, int offset) {
    return new PublicKey(source, offset);
  }

  /** The public key in exactly 32 bytes. */
  public static PublicKey of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("32 bytes wanted, not " + bytes.length);
    }
    return new PublicKey(bytes, 0);
  }

  /** The public key written as 64 hex digits. */
  public static PublicKey parse(String hex) {
    return new PublicKey(parseHex(hex), 0);
  }
}
