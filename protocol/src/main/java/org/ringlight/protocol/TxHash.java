package org.ringlight.protocol;

/** A transaction's id. */
public final class TxHash extends Bytes32 {

  private TxHash(byte[] source, int offset) {
    super(source, offset);
  }

  /** The transaction hash in the 32 bytes of {@code source} from {@code offset}. */
  public static TxHash at(byte[] source, int offset) {
    return new TxHash(source, offset);
  }

  /** The transaction hash in exactly 32 bytes. */
  public static TxHash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("32 bytes wanted, not " + bytes.length);
    }
    return new TxHash(bytes, 0);
  }

  /** The transaction hash written as 64 hex digits. */
  public static TxHash parse(String hex) {
    return new TxHash(parseHex(hex), 0);
  }
}
