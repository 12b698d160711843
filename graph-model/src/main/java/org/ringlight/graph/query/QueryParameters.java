package org.ringlight.graph.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ringlight.failure.ConfigurationInvalid;

/** The values a query is run with: each of its type, none missing, none that it does not take. */
public final class QueryParameters {

  private final Map<String, Object> values;

  private QueryParameters(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * The values of a command line.
   *
   * @param given {@code name=value}, one each
   * @throws ConfigurationInvalid where one is missing, unknown, given twice or not of its type
   */
  public static QueryParameters parse(NamedQuery query, List<String> given) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (String pair : given) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw refused(query, "No parameter: " + ParameterType.shown(pair));
      }
      String name = pair.substring(0, equals);
      if (byName.put(name, pair.substring(equals + 1)) != null) {
        throw refused(query, "Parameter " + ParameterType.shown(name) + " is given twice");
      }
    }
    return of(query, byName);
  }

  /**
   * Values as one writes them, by parameter.
   *
   * @throws ConfigurationInvalid where one is missing, unknown or not of its type
   */
  public static QueryParameters of(NamedQuery query, Map<String, String> given) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (QueryParameter parameter : query.parameters()) {
      String text = given.get(parameter.name());
      String value = text == null ? parameter.fallback() : text;
      if (value == null) {
        throw refused(
            query, "Parameter " + parameter.name() + " (" + parameter.range() + ") is missing");
      }
      values.put(parameter.name(), parameter.value(query.name(), value));
    }
    for (String name : given.keySet()) {
      if (!values.containsKey(name)) {
        throw refused(query, "It has no parameter " + ParameterType.shown(name));
      }
    }
    return new QueryParameters(values);
  }

  /** What is bound, by parameter: String, Long, Double, Map or List. */
  public Map<String, Object> values() {
    return values;
  }

  private static ConfigurationInvalid refused(NamedQuery query, String what) {
    String all =
        query.parameters().stream()
            .map(parameter -> parameter.name() + "=" + parameter.example())
            .collect(Collectors.joining(" "));
    return new ConfigurationInvalid(
        what,
        "query " + query.name(),
        all.isEmpty() ? "it takes no parameters" : "give it such as " + all);
  }
}
