package org.ringlight.protocol;

/** A Pedersen commitment to an amount; not checked to lie on the curve. */
public final class Commitment extends Bytes32 {

  private Commitment(byte[] source, int offset) {
    super(source, offset);
  }

  /** The commitment in the 32 bytes of {@code source} from {@code offset}. */
  public static Commitment at(byte[] source, int offset) {
    return new Commitment(source, offset);
  }

  /** The commitment in exactly 32 bytes. */
  public static Commitment of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("32 bytes wanted, not " + bytes.length);
    }
    return new Commitment(bytes, 0);
  }

  /** The commitment written as 64 hex digits. */
  public static Commitment parse(String hex) {
    return new Commitment(parseHex(hex), 0);
  }
}
