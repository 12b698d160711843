package org.ringlight.graph.schema;

import java.util.List;

/** The page that lists what is in the graph, made from {@link GraphSchema}. */
public final class GraphDictionary {

  private GraphDictionary() {}

  /** The page, as Markdown. */
  public static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # The graph's dictionary

            Generated from `GraphSchema`; version %d. Nodes are named as the chain names them. Hashes and keys are lower-case
            hex; what is absent in the tables is absent here; numbers that are unsigned on the chain are their 64 bits in a
            signed one. The constraints are in the numbered scripts beside `GraphSchema`.

            ## Nodes
            """
                .formatted(GraphSchema.VERSION));
    for (Label label : GraphSchema.labels()) {
      page.append("\n### `:").append(label.name()).append("`\n\n");
      page.append(label.documentation()).append("\n\n");
      properties(page, label.properties());
    }
    page.append("\n## Relationships\n");
    for (Relationship relationship : GraphSchema.relationships()) {
      page.append("\n### `").append(relationship.pattern()).append("`\n\n");
      page.append(relationship.documentation()).append('\n');
      if (!relationship.properties().isEmpty()) {
        page.append('\n');
        properties(page, relationship.properties());
      }
    }
    return page.toString();
  }

  private static void properties(StringBuilder page, List<Property> properties) {
    page.append("| property | type | always | |\n|---|---|---|---|\n");
    for (Property property : properties) {
      page.append("| `")
          .append(property.name())
          .append("` | ")
          .append(property.type())
          .append(" | ")
          .append(property.presence() == Property.Presence.ALWAYS ? "yes" : "no")
          .append(" | ")
          .append(property.documentation().replace("|", "\\|"))
          .append(" |\n");
    }
  }
}
