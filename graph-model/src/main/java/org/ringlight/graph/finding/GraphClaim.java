package org.ringlight.graph.finding;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/**
 * One relationship of a finding.
 *
 * @param keyImage the ring; null for {@link Type#SPENT}
 * @param probability for {@link Type#WEIGHS} alone
 * @param guarantee proven, conditional or statistical
 * @param assumption what a conditional claim does not hold without
 */
public record GraphClaim(
    Type type,
    @Nullable KeyImage keyImage,
    OutputName output,
    @Nullable Double probability,
    String heuristic,
    String version,
    String guarantee,
    @Nullable String assumption) {

  /** The type of the relationship. */
  public enum Type {
    SPENDS,
    ELIMINATES,
    NARROWED_TO,
    WEIGHS,
    SPENT;

    /** The label it leaves; Bitcoin's inputs are of type SPENDS too. */
    String from() {
      return this == SPENT ? "Run" : "Ring";
    }
  }

  public GraphClaim {
    if ((type == Type.SPENT) == (keyImage != null)
        || (type == Type.WEIGHS) != (probability != null)) {
      throw new IllegalArgumentException("no claim of type " + type);
    }
  }

  /** As a row of the statement that writes it. */
  Map<String, Object> row(long run) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("run", run);
    properties.put("heuristic", heuristic);
    properties.put("version", version);
    properties.put("guarantee", guarantee);
    properties.put("assumption", assumption);
    properties.put("probability", probability);
    Map<String, Object> row = new HashMap<>();
    row.put("keyImage", keyImage == null ? null : keyImage.toString());
    row.put("indexSpace", output.indexSpace());
    row.put("amountIndex", output.amountIndex());
    row.put("properties", properties);
    return row;
  }
}
