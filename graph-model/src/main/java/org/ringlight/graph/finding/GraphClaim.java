package org.ringlight.graph.finding;

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
  }

  public GraphClaim {
    if ((type == Type.SPENT) == (keyImage != null)
        || (type == Type.WEIGHS) != (probability != null)) {
      throw new IllegalArgumentException("no claim of type " + type);
    }
  }

  RunForm form() {
    return switch (type) {
      case SPENDS -> RunForm.SPENDS;
      case ELIMINATES -> RunForm.ELIMINATES;
      case NARROWED_TO -> RunForm.NARROWED_TO;
      case WEIGHS -> RunForm.WEIGHS;
      case SPENT -> RunForm.SPENT;
    };
  }

  Row row() {
    return new Row()
        .name("keyImage", keyImage == null ? null : keyImage.toString())
        .name("indexSpace", output.indexSpace())
        .name("amountIndex", output.amountIndex())
        .property("heuristic", heuristic)
        .property("version", version)
        .property("guarantee", guarantee)
        .property("assumption", assumption)
        .property("probability", probability);
  }
}
