package org.ringlight.analytics.finding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.KeyImage;

/** A finding as a line of a findings file, in the forms that {@link FindingFile} reads. */
public final class FindingText {

  /** The first line of a file of comma-separated fields. */
  public static final String CSV_HEADER = FindingCsv.HEADER;

  private static final ObjectMapper JSON = new ObjectMapper();

  private FindingText() {}

  /** As a JSON object, without a line feed. */
  public static String json(Finding finding) {
    Claim claim = finding.claim();
    ObjectNode line = JSON.createObjectNode();
    line.put(FindingFields.HEURISTIC, finding.heuristic().name());
    line.put(FindingFields.VERSION, finding.heuristic().version());
    if (!finding.heuristic().parameters().isEmpty()) {
      line.put(FindingFields.PARAMETERS, finding.heuristic().parameters());
    }
    line.put(FindingFields.GUARANTEE, finding.guarantee().level().word());
    if (finding.guarantee().assumption() != null) {
      line.put(FindingFields.ASSUMPTION, finding.guarantee().assumption());
    }
    line.put(FindingFields.CLAIM, claim.kind().word());
    if (!images(claim).isEmpty()) {
      line.put(FindingFields.KEY_IMAGE, joined(images(claim)));
    }
    Long space = space(claim);
    if (space != null) {
      line.put(FindingFields.INDEX_SPACE, new BigInteger(Long.toUnsignedString(space)));
      ArrayNode indexes = line.putArray(FindingFields.AMOUNT_INDEXES);
      Arrays.stream(outputs(claim)).forEach(indexes::add);
    }
    if (claim instanceof Claim.Weights weights) {
      ArrayNode probabilities = line.putArray(FindingFields.PROBABILITIES);
      Arrays.stream(weights.probabilities()).forEach(probabilities::add);
    }
    return line.toString();
  }

  /** As comma-separated fields, without a line feed. */
  public static String csv(Finding finding) {
    Claim claim = finding.claim();
    String assumption = finding.guarantee().assumption();
    Long space = space(claim);
    return String.join(
        ",",
        finding.heuristic().name(),
        finding.heuristic().version(),
        quoted(finding.heuristic().parameters()),
        finding.guarantee().level().word(),
        assumption == null ? "" : quoted(assumption),
        claim.kind().word(),
        joined(images(claim)),
        space == null ? "" : Long.toUnsignedString(space),
        Arrays.stream(outputs(claim)).mapToObj(Long::toString).collect(Collectors.joining(" ")),
        claim instanceof Claim.Weights weights
            ? Arrays.stream(weights.probabilities())
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" "))
            : "");
  }

  private static String quoted(String text) {
    return text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? text
        : '"' + text.replace("\"", "\"\"").replace('\n', ' ').replace('\r', ' ') + '"';
  }

  private static String joined(List<KeyImage> images) {
    return images.stream().map(KeyImage::toString).collect(Collectors.joining(" "));
  }

  /** The rings that a claim is about. */
  public static List<KeyImage> images(Claim claim) {
    if (claim instanceof Claim.ClosedSet set) {
      return set.keyImages();
    }
    return claim instanceof Claim.OfRing ring ? List.of(ring.keyImage()) : List.of();
  }

  /** The index space of the outputs that a claim names; null where it names none. */
  public static @Nullable Long space(Claim claim) {
    if (claim instanceof Claim.OfRing ring) {
      return ring.indexSpace();
    }
    return claim instanceof Claim.OutputSpent spent ? spent.output().indexSpace() : null;
  }

  /** The outputs that a claim names, in its index space. */
  public static long[] outputs(Claim claim) {
    if (claim instanceof Claim.OfRing ring) {
      return ring.amountIndexes();
    }
    return claim instanceof Claim.OutputSpent spent
        ? new long[] {spent.output().amountIndex()}
        : new long[0];
  }
}
