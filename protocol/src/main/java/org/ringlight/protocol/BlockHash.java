package org.ringlight.protocol;

/** A block's id. */
public final class BlockHash extends Bytes32 {

  private BlockHash(byte[] source, int offset) {
    super(source, offset);
  }

  /** The block hash in the 32 bytes of {@code source} from {@code offset}. */
  public static BlockHash at(byte[] source, int offset) {
    return new BlockHash(source, offset);
  }

  /** The block hash in exactly 32 bytes. */
  public static BlockHash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("32 bytes wanted, not " + bytes.length);
    }
    return new BlockHash(bytes, 0);
  }

  /** The block hash written as 64 hex digits. */
  public static BlockHash parse(String hex) {
    return new BlockHash(parseHex(hex), 0);
  }
}
