package org.ringlight.lake.table;

import org.ringlight.protocol.Hash;

/**
 * What names a finding: the hash of its content, so that the same finding has the same name
 * whichever run found it. Prints as 64 lower-case hex digits.
 */
public record FindingId(Hash hash) {

  /** The id in the 32 bytes of {@code source} from {@code offset}. */
  public static FindingId at(byte[] source, int offset) {
    return new FindingId(Hash.at(source, offset));
  }

  /** The id written as 64 hex digits. */
  public static FindingId parse(String hex) {
    return new FindingId(Hash.parse(hex));
  }

  @Override
  public String toString() {
    return hash.toString();
  }
}
