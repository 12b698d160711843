package org.ringlight.protocol.bitcoin;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of SHA-256, with which Bitcoin hashes almost everything. Keeps the JDK's digest and a
 * buffer: one instance a thread.
 */
public final class DoubleSha256 {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final MessageDigest sha256;
  private final byte[] once = new byte[LENGTH];

  public DoubleSha256() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Adds bytes to what is being hashed. */
  public DoubleSha256 add(byte[] source, int from, int length) {
    sha256.update(source, from, length);
    return this;
  }

  /** Writes the hash of what was added to {@code target}, and begins anew. */
  public void finish(byte[] target, int at) {
    try {
      sha256.digest(once, 0, LENGTH);
      sha256.update(once, 0, LENGTH);
      sha256.digest(target, at, LENGTH);
    } catch (DigestException e) {
      throw new IllegalArgumentException("32 bytes wanted from " + at, e);
    }
  }

  /** The hash of what was added in display order, the reverse of its bytes; and begins anew. */
  public byte[] finishForDisplay() {
    byte[] hash = new byte[LENGTH];
    finish(hash, 0);
    return reversed(hash);
  }

  /** The same bytes from the last to the first. */
  public static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
