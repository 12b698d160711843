package org.ringlight.protocol;

/**
 * A hash that is neither a block's nor a transaction's id: on the chain the Keccak-256 of a tree
 * root, a prunable part, a block hashing root; beside it that of a finding or a file.
 */
public final class Hash extends Bytes32 {

  private Hash(byte[] source, int offset) {
    super(source, offset);
  }

  /** The hash in the 32 bytes of {@code source} from {@code offset}. */
  public static Hash at(byte[] source, int offset) {
    return new Hash(source, offset);
  }

  /** The hash in exactly 32 bytes. */
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("32 bytes wanted, not " + bytes.length);
    }
    return new Hash(bytes, 0);
  }

  /** The hash written as 64 hex digits. */
  public static Hash parse(String hex) {
    return new Hash(parseHex(hex), 0);
  }
}
