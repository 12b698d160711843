package org.ringlight.graph.query;

import java.util.List;

/** The page that describes every query, made of their front matter. */
public final class QueryReference {

  private QueryReference() {}

  /** The page of {@code queries} as Markdown. */
  public static String markdown(List<NamedQuery> queries) {
    StringBuilder page =
        new StringBuilder(
            """
            # The query library

            Questions that can be asked of the graph by name. This page is generated from the front matter of
            the `.cypher` files in `graph-model`; do not edit it.

            - A ring member is a candidate. No answer says who spent what, except where it shows a finding, and
              then with its guarantee.
            - An output is written `SPACE:INDEX`: its index space (0 for RingCT, else the amount in atomic units)
              and its number there; one of Bitcoin is written `HASH:INDEX`. Heights and ages are in blocks, amounts
              in atomic units, those of Bitcoin in satoshi. Names of queries on Bitcoin begin with `btc-`.
            - What has a cap is cut there, in the order the answer is sorted by; raise it to see more.
            - Height ranges include both ends.

            ## A query of one's own

            A file `NAME.cypher` in a folder of one's own: the comment lines below, then one statement without a
            semicolon. Parameters are bound, `$name` in the statement; what is used is declared, and what is
            declared is used. A line that goes on begins with `//` and three spaces. After a line `// browser:` may
            follow a variant for Neo4j Browser, which answers with nodes.

            ```
            // title: Members of a ring
            // question: Which outputs stand in this ring?
            // param key_image (key-image): the ring
            // param limit (integer 1..10000, default 100): most rows
            // column position: its place in the ring, from 0
            // column output: the member, SPACE:INDEX
            // cost: one index look-up and the members
            MATCH (:Ring {keyImage: $key_image})-[m:MEMBER]->(o:Output)
            RETURN m.position AS position, toString(o.indexSpace) + ':' + toString(o.amountIndex) AS output
            ORDER BY position LIMIT $limit
            ```

            | type | written | bound as |
            |---|---|---|
            """);
    for (ParameterType type : ParameterType.values()) {
      page.append("| %s | `%s` | %s |\n".formatted(type.word(), type.example(), type.bound()));
    }
    page.append(
        """

        `integer 1..100` takes only these numbers.

        ## The queries

        | query | |
        |---|---|
        """);
    queries.forEach(
        query ->
            page.append(
                "| [%s](#%s) | %s |\n".formatted(query.name(), query.name(), query.title())));
    queries.forEach(query -> append(page, query));
    return page.toString();
  }

  private static void append(StringBuilder page, NamedQuery query) {
    page.append("\n### %s\n\n%s.\n\n%s\n".formatted(query.name(), query.title(), query.question()));
    if (!query.parameters().isEmpty()) {
      page.append("\n| parameter | type | default | |\n|---|---|---|---|\n");
    }
    for (QueryParameter parameter : query.parameters()) {
      page.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  parameter.name(),
                  parameter.range(),
                  parameter.ifAbsent().orElse("required"),
                  parameter.meaning()));
    }
    page.append("\n| column | |\n|---|---|\n");
    query
        .columns()
        .forEach(column -> page.append("| %s | %s |\n".formatted(column.name(), column.meaning())));
    page.append("\nCost: ").append(query.cost()).append(".\n");
  }
}
