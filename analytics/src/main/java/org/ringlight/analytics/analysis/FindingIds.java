package org.ringlight.analytics.analysis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.lake.table.FindingId;
import org.ringlight.protocol.KeyImage;

/**
 * Names findings by their content: SHA-256 over the heuristic, the claim and its guarantee. Not for
 * several threads.
 */
final class FindingIds {

  private final MessageDigest digest;
  private final byte[] scratch = new byte[KeyImage.LENGTH];

  FindingIds() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  FindingId of(Finding finding) {
    text(finding.heuristic().name());
    text(finding.heuristic().version());
    text(finding.heuristic().parameters());
    text(finding.guarantee().level().word());
    String assumption = finding.guarantee().assumption();
    text(assumption == null ? "" : assumption);
    Claim claim = finding.claim();
    text(claim.kind().word());
    if (claim instanceof Claim.ClosedSet set) {
      set.keyImages().forEach(this::image);
    } else if (claim instanceof Claim.OutputSpent spent) {
      number(spent.output().indexSpace());
      number(spent.output().amountIndex());
    } else if (claim instanceof Claim.OfRing ring) {
      image(ring.keyImage());
      number(ring.indexSpace());
      for (long index : ring.amountIndexes()) {
        number(index);
      }
      if (claim instanceof Claim.Weights weights) {
        for (double probability : weights.probabilities()) {
          number(Double.doubleToLongBits(probability));
        }
      }
    }
    return FindingId.at(digest.digest(), 0);
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
  }

  private void image(KeyImage image) {
    image.copyTo(scratch, 0);
    digest.update(scratch);
  }

  private void number(long number) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      digest.update((byte) (number >>> shift));
    }
  }
}
