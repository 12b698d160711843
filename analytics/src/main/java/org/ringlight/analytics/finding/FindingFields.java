package org.ringlight.analytics.finding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/**
 * The fields of a line of a findings file, whatever its form: their names, and a finding from their
 * values. Absent ones are null.
 */
@SuppressWarnings("ArrayRecordComponent") // lives for a line, never compared
record FindingFields(
    String heuristic,
    String version,
    @Nullable String parameters,
    String guarantee,
    @Nullable String assumption,
    String claim,
    @Nullable String keyImage,
    @Nullable Long indexSpace,
    long @Nullable [] amountIndexes,
    double @Nullable [] probabilities) {

  static final String HEURISTIC = "heuristic";
  static final String VERSION = "version";
  static final String PARAMETERS = "parameters";
  static final String GUARANTEE = "guarantee";
  static final String ASSUMPTION = "assumption";
  static final String CLAIM = "claim";
  static final String KEY_IMAGE = "key_image";
  static final String INDEX_SPACE = "index_space";
  static final String AMOUNT_INDEXES = "amount_indexes";
  static final String PROBABILITIES = "probabilities";

  private static final Map<String, Claim.Kind> KINDS = new HashMap<>();
  private static final Map<String, Guarantee.Level> LEVELS = new HashMap<>();

  static {
    for (Claim.Kind kind : Claim.Kind.values()) {
      KINDS.put(kind.word(), kind);
    }
    for (Guarantee.Level level : Guarantee.Level.values()) {
      LEVELS.put(level.word(), level);
    }
  }

  /** The finding; refuses with {@code IllegalArgumentException} what does not belong together. */
  Finding finding() {
    Guarantee.Level level = LEVELS.get(guarantee);
    if (level == null) {
      throw new IllegalArgumentException("no guarantee is called " + shown(guarantee));
    }
    Claim.Kind kind = KINDS.get(claim);
    if (kind == null) {
      throw new IllegalArgumentException("no claim is called " + shown(claim));
    }
    return new Finding(
        new HeuristicId(heuristic, version, parameters == null ? "" : parameters),
        new Guarantee(level, assumption),
        claim(kind));
  }

  private Claim claim(Claim.Kind kind) {
    refuse(kind == Claim.Kind.OUTPUT_SPENT && keyImage != null, KEY_IMAGE, kind);
    refuse(kind != Claim.Kind.WEIGHTS && probabilities != null, PROBABILITIES, kind);
    if (kind == Claim.Kind.CLOSED_SET) {
      refuse(amountIndexes != null, AMOUNT_INDEXES, kind);
      refuse(indexSpace != null, INDEX_SPACE, kind);
      return new Claim.ClosedSet(
          Arrays.stream(require(keyImage, KEY_IMAGE, kind).split(" ", -1))
              .map(FindingFields::image)
              .toList());
    }
    long[] indexes = require(amountIndexes, AMOUNT_INDEXES, kind);
    long space = require(indexSpace, INDEX_SPACE, kind);
    return switch (kind) {
      case RING_RESOLVED -> new Claim.RingResolved(image(kind), one(space, indexes));
      case OUTPUT_SPENT -> new Claim.OutputSpent(one(space, indexes));
      case MEMBER_ELIMINATED -> new Claim.MemberEliminated(image(kind), one(space, indexes));
      case RING_NARROWED -> new Claim.RingNarrowed(image(kind), space, indexes);
      case CLOSED_SET -> throw new IllegalArgumentException("names no outputs");
      case WEIGHTS ->
          new Claim.Weights(
              image(kind), space, indexes, require(probabilities, PROBABILITIES, kind));
    };
  }

  private KeyImage image(Claim.Kind kind) {
    return image(require(keyImage, KEY_IMAGE, kind));
  }

  private static KeyImage image(String hex) {
    if (hex.length() != 2 * KeyImage.LENGTH || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException("a key image has 64 hex digits, not " + shown(hex));
    }
    return KeyImage.parse(hex);
  }

  private static OutputName one(long space, long[] indexes) {
    if (indexes.length != 1) {
      throw new IllegalArgumentException("one output is named, not " + indexes.length);
    }
    Ascending.require(indexes);
    return new OutputName(space, indexes[0]);
  }

  private static <T> T require(@Nullable T value, String name, Claim.Kind kind) {
    if (value == null) {
      throw new IllegalArgumentException(kind.word() + " needs the field " + name);
    }
    return value;
  }

  private static void refuse(boolean wrong, String name, Claim.Kind kind) {
    if (wrong) {
      throw new IllegalArgumentException(kind.word() + " has no field " + name);
    }
  }

  static String shown(String foreign) {
    return "'" + foreign.substring(0, Math.min(80, foreign.length())) + "'";
  }
}
