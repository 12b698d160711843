package org.ringlight.graph.query;

import java.util.List;
import java.util.Locale;

/**
 * A question that analysts ask of the graph, by name.
 *
 * @param name lower-case words joined by hyphens, such as {@code ring-members}
 * @param title a short title
 * @param question the question in an analyst's words
 * @param parameters what it takes, in the order they are told; all are bound, none is ever part of
 *     the text
 * @param columns what each row of the answer says, in order
 * @param cost what the work grows with and what caps it; begins with {@code whole graph} where the
 *     query has no key to start from
 * @param text one Cypher 5 statement that only reads
 * @param browserText the statement for Neo4j Browser: a variant that answers with nodes and
 *     relationships, or {@code text} itself
 */
public record NamedQuery(
    String name,
    String title,
    String question,
    List<QueryParameter> parameters,
    List<QueryColumn> columns,
    String cost,
    String text,
    String browserText) {

  public NamedQuery {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }

  /** Whether it has no key to start from and reads all nodes of some label. */
  public boolean readsWholeGraph() {
    return cost.toLowerCase(Locale.ROOT).startsWith("whole graph");
  }
}
