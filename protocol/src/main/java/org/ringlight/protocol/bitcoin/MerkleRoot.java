package org.ringlight.protocol.bitcoin;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The root of a tree of hashes, in which the last of an odd number stands twice. Source: Bitcoin
 * Core v28.0 {@code src/consensus/merkle.cpp} ({@code ComputeMerkleRoot}).
 */
public final class MerkleRoot {

  private MerkleRoot() {}

  /**
   * The root of at least one hash.
   *
   * @param hashes one after the other, 32 bytes each, in the order of bytes that they are hashed
   *     in; overwritten
   * @return 32 bytes in that order; null where two neighbours are equal, so that a shorter list
   *     would have the same root (CVE-2012-2459)
   */
  public static byte @Nullable [] of(byte[] hashes, DoubleSha256 sha256) {
    int length = DoubleSha256.LENGTH;
    int count = hashes.length / length;
    if (count == 0 || hashes.length % length != 0) {
      throw new IllegalArgumentException("whole hashes wanted, not " + hashes.length + " bytes");
    }
    while (count > 1) {
      for (int pair = 0; pair < count; pair += 2) {
        int left = pair * length;
        int right = pair + 1 < count ? left + length : left;
        if (right != left
            && Arrays.equals(hashes, left, left + length, hashes, right, right + length)) {
          return null;
        }
        sha256.add(hashes, left, length).add(hashes, right, length);
        sha256.finish(hashes, left / 2);
      }
      count = (count + 1) / 2;
    }
    return Arrays.copyOf(hashes, length);
  }
}
