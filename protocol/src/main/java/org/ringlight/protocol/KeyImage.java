package org.ringlight.protocol;

/**
 * The key image of a spent output: the same output always yields the same one, so it marks a double
 * spend.
 */
public final class KeyImage extends Bytes32 {

  private KeyImage(byte[] source, int offset) {
    super(source, offset);
  }

  /** The key image in the 32 bytes of {@code source} from {@code offset}. */
  public static KeyImage at(byte[] source, int offset) {
    return new KeyImage(source, offset);
  }

  /** The key image in exactly 32 bytes. */
  public static KeyImage of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("32 bytes wanted, not " + bytes.length);
    }
    return new KeyImage(bytes, 0);
  }

  /** The key image written as 64 hex digits. */
  public static KeyImage parse(String hex) {
    return new KeyImage(parseHex(hex), 0);
  }
}
