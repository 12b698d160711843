package org.ringlight.graph.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over texts, each ended by a zero byte. */
public final class Digest {

  private final MessageDigest sha;

  /** Of nothing yet. */
  public Digest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a text. */
  public Digest add(String text) {
    sha.update(text.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    return this;
  }

  /** Ends it. */
  public String hex() {
    return HexFormat.of().formatHex(sha.digest());
  }
}
