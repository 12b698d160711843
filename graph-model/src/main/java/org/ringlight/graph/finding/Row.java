package org.ringlight.graph.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.graph.verify.Facts;

/** One row of a run: the names of what it is about, and what it says of it. */
final class Row {

  private final Map<String, Object> names = new HashMap<>();
  private final Map<String, Object> properties = new HashMap<>();

  /** Names what it is about; null names nothing. */
  Row name(String key, @Nullable Object value) {
    return put(names, key, value);
  }

  /** Says something; null and an empty list say nothing. */
  Row property(String key, @Nullable Object value) {
    return put(properties, key, value instanceof List<?> list && list.isEmpty() ? null : value);
  }

  private Row put(Map<String, Object> into, String key, @Nullable Object value) {
    if (value != null) {
      into.put(key, value);
    }
    return this;
  }

  /** As the parameter of a statement, which answers with its number. */
  Map<String, Object> parameter(int number) {
    return Map.of("at", number, "names", names, "properties", properties);
  }

  /** The same text whether it is read from the tables or from the graph. */
  String text(RunForm form) {
    return text(form, names, properties);
  }

  static String text(RunForm form, Map<String, ?> names, Map<String, ?> properties) {
    return form + " " + Facts.text(names) + " says " + Facts.text(properties);
  }
}
