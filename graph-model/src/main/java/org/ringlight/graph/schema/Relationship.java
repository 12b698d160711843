package org.ringlight.graph.schema;

import java.util.List;

/**
 * A type of relationships.
 *
 * @param from labels it leaves, joined by {@code |}
 * @param to labels it comes to, joined by {@code |}
 */
public record Relationship(
    String name, String from, String to, String documentation, List<Property> properties) {

  public Relationship {
    properties = List.copyOf(properties);
  }

  /** As in Cypher: {@code (:Block)-[:NEXT]->(:Block)}. */
  public String pattern() {
    String inside = properties.isEmpty() ? "" : " {" + names() + "}";
    return "(:" + from + ")-[:" + name + inside + "]->(:" + to + ")";
  }

  private String names() {
    return String.join(", ", properties.stream().map(Property::name).toList());
  }
}
