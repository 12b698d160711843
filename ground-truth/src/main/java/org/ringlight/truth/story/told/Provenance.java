package org.ringlight.truth.story.told;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ringlight.truth.story.plot.StoryFile;

/**
 * Where the rows of a told story's files come from.
 *
 * @param source words for a column of sources
 * @param sha256 of the story file as it lies beside them, hex
 */
record Provenance(String source, String sha256) {

  static Provenance of(StoryFile file) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(file.text().getBytes(StandardCharsets.UTF_8));
      return new Provenance(
          "wallet story; seed " + file.story().seed(), HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
