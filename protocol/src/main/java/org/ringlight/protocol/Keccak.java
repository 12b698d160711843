package org.ringlight.protocol;

import org.bouncycastle.crypto.digests.KeccakDigest;

/**
 * Keccak-256 with the padding of the original submission, not SHA-3's: the hash behind every id in
 * Monero. Source: monero v0.18.3.4 src/crypto/hash.c cn_fast_hash. Each thread reuses one digest.
 */
public final class Keccak {

  /** Bytes of a hash. */
  public static final int LENGTH = 32;

  private static final ThreadLocal<KeccakDigest> DIGEST =
      ThreadLocal.withInitial(() -> new KeccakDigest(8 * LENGTH));

  private Keccak() {}

  /** The hash of all of {@code source}. */
  public static byte[] hash(byte[] source) {
    byte[] hash = new byte[LENGTH];
    hash(source, 0, source.length, hash, 0);
    return hash;
  }

  /**
   * Hashes {@code source} from {@code from} to before {@code to} into the 32 bytes of {@code
   * target} at {@code offset}; the two may be the same array.
   */
  public static void hash(byte[] source, int from, int to, byte[] target, int offset) {
    KeccakDigest digest = DIGEST.get();
    digest.update(source, from, to - from);
    digest.doFinal(target, offset);
  }
}
