package org.ringlight.analytics.analysis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.finding.HeuristicId;
import org.ringlight.lake.table.FindingId;
import org.ringlight.protocol.KeyImage;

/**
 * Names findings by their content: SHA-256 over the heuristic, the claim and its guarantee. Not for
 * several threads.
 */
final class FindingIds {

  private final MessageDigest digest;
  private final Map<HeuristicId, Map<Guarantee, byte[]>> beginnings = new HashMap<>();
  private final byte[] scratch = new byte[KeyImage.LENGTH];
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 10).order(ByteOrder.LITTLE_ENDIAN);

  FindingIds() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  FindingId of(Finding finding) {
    bytes.clear();
    Claim claim = finding.claim();
    put(
        beginnings
            .computeIfAbsent(finding.heuristic(), any -> new HashMap<>())
            .computeIfAbsent(
                finding.guarantee(), guarantee -> beginning(finding.heuristic(), guarantee)));
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
    digest.update(bytes.flip());
    return FindingId.at(digest.digest(), 0);
  }

  /** What findings of one heuristic with one guarantee begin with. */
  private static byte[] beginning(HeuristicId heuristic, Guarantee guarantee) {
    String assumption = guarantee.assumption();
    byte[][] texts =
        Stream.of(
                heuristic.name(),
                heuristic.version(),
                heuristic.parameters(),
                guarantee.level().word(),
                assumption == null ? "" : assumption)
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    ByteBuffer all =
        ByteBuffer.allocate(Arrays.stream(texts).mapToInt(text -> Long.BYTES + text.length).sum())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (byte[] text : texts) {
      all.putLong(text.length).put(text);
    }
    return all.array();
  }

  private void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    put(encoded);
  }

  private void put(byte[] some) {
    room(some.length).put(some);
  }

  private void image(KeyImage image) {
    image.copyTo(scratch, 0);
    put(scratch);
  }

  private void number(long number) {
    room(Long.BYTES).putLong(number);
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + more))
              .order(ByteOrder.LITTLE_ENDIAN);
      bytes = larger.put(bytes.flip());
    }
    return bytes;
  }
}
