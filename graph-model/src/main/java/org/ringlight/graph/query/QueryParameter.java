package org.ringlight.graph.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * What a query takes.
 *
 * @param name as in the statement, without the dollar sign
 * @param type what its values are
 * @param least the least an integer may be; without meaning for other types
 * @param most the most an integer may be; without meaning for other types
 * @param fallback its value where none is given, as one would write it; absent where it must be
 *     given
 * @param meaning what it is, with its unit
 */
public record QueryParameter(
    String name,
    ParameterType type,
    long least,
    long most,
    @Nullable String fallback,
    String meaning) {

  /** Its value where none is given; empty where it must be given. */
  public Optional<String> ifAbsent() {
    return Optional.ofNullable(fallback);
  }

  /** What may be given, in words: {@code integer 1..4}. */
  public String range() {
    return type == ParameterType.INTEGER
        ? type.word() + " " + least + ".." + (most == Long.MAX_VALUE ? "" : most)
        : type.word();
  }

  /** A value that can be given. */
  public String example() {
    return fallback != null
        ? fallback
        : type == ParameterType.INTEGER ? Long.toString(least) : type.example();
  }

  /**
   * The value to bind.
   *
   * @throws ConfigurationInvalid where {@code given} is not of the type or out of its range
   */
  Object value(String query, String given) {
    Optional<Object> value = type.parse(given).filter(this::isInRange);
    return value.orElseThrow(
        () ->
            new ConfigurationInvalid(
                "Parameter " + name + " is no " + range() + ": " + ParameterType.shown(given),
                "query " + query,
                "give it as " + name + "=" + example()));
  }

  private boolean isInRange(Object value) {
    return type != ParameterType.INTEGER || ((long) value >= least && (long) value <= most);
  }
}
