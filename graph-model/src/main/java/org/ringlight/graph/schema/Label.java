package org.ringlight.graph.schema;

import java.util.List;

/** A label of nodes. */
public record Label(String name, String documentation, List<Property> properties) {

  public Label {
    properties = List.copyOf(properties);
  }
}
