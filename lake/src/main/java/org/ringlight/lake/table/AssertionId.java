package org.ringlight.lake.table;

import org.ringlight.protocol.Hash;

/**
 * What names an assertion: the hash of its content, the same where it is made and where it is
 * retracted. Prints as 64 lower-case hex digits.
 */
public record AssertionId(Hash hash) {

  /** The id in the 32 bytes of {@code source} from {@code offset}. */
  public static AssertionId at(byte[] source, int offset) {
    return new AssertionId(Hash.at(source, offset));
  }

  /** The id written as 64 hex digits. */
  public static AssertionId parse(String hex) {
    return new AssertionId(Hash.parse(hex));
  }

  @Override
  public String toString() {
    return hash.toString();
  }
}
