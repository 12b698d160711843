package org.ringlight.graph.schema;

/**
 * A property of a label or of a relationship's type.
 *
 * @param type as Cypher's {@code valueType} says it: {@code INTEGER}, {@code STRING} …
 * @param presence whether every node or relationship has it
 * @param documentation what it says, with its unit
 */
public record Property(String name, String type, Presence presence, String documentation) {

  /** Whether it is always there. */
  public enum Presence {
    ALWAYS,
    SOMETIMES
  }

  static Property always(String name, String type, String documentation) {
    return new Property(name, type, Presence.ALWAYS, documentation);
  }

  static Property sometimes(String name, String type, String documentation) {
    return new Property(name, type, Presence.SOMETIMES, documentation);
  }
}
