package org.ringlight.analytics.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.protocol.KeyImage;

/**
 * The name that a finding must have: SHA-256 of heuristic, version, parameters, guarantee,
 * assumption and kind of claim, each as its UTF-8 bytes after their count, then of what is claimed:
 * key images, index space, amount indexes, probabilities. Numbers are 8 bytes, the lowest first.
 * Not for several threads.
 */
final class FindingHash {

  private final MessageDigest digest;
  private final byte[] image = new byte[KeyImage.LENGTH];

  FindingHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  FindingId of(ClaimRow row) {
    String assumption = row.assumption();
    text(row.heuristic());
    text(row.version());
    text(row.parameters());
    text(row.guarantee());
    text(assumption == null ? "" : assumption);
    text(row.claim());
    for (KeyImage one : row.keyImages()) {
      one.copyTo(image, 0);
      digest.update(image);
    }
    Long space = row.indexSpace();
    if (space != null) {
      number(space);
    }
    for (long index : row.amountIndexes()) {
      number(index);
    }
    for (double probability : row.probabilities()) {
      number(Double.doubleToLongBits(probability));
    }
    return FindingId.at(digest.digest(), 0);
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
  }

  private void number(long number) {
    for (int i = 0; i < Long.BYTES; i++) {
      digest.update((byte) (number >>> (Byte.SIZE * i)));
    }
  }
}
