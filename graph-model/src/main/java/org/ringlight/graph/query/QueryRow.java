package org.ringlight.graph.query;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an answer.
 *
 * @param values one for each column of the query, in order: String, Long, Double, Boolean, or null
 *     where the graph has none
 */
public record QueryRow(List<@Nullable Object> values) {

  public QueryRow {
    // List.copyOf refuses null
    values = Collections.unmodifiableList(values);
  }
}
