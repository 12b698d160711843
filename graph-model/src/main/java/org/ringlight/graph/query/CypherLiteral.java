package org.ringlight.graph.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values as Cypher writes them, for texts that a person pastes. Queries themselves bind values. */
final class CypherLiteral {

  private CypherLiteral() {}

  static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, String> entries = new TreeMap<>();
      map.forEach((key, entry) -> entries.put(key.toString(), of(entry)));
      return entries.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + entry.getValue())
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(CypherLiteral::of).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof String text
        ? "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
        : value.toString();
  }
}
