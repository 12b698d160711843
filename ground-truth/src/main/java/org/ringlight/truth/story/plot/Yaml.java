package org.ringlight.truth.story.plot;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file that knows its line, counted from 1. */
sealed interface Yaml {

  int line();

  /** Keys in the order they are written, each with the line it stands on. */
  record Mapping(int line, Map<String, Entry> entries) implements Yaml {}

  /** A list. */
  record Sequence(int line, List<Yaml> items) implements Yaml {

    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A value as it is written, without quotes; empty where nothing is. */
  record Scalar(int line, String text) implements Yaml {}

  /** What a key of a mapping holds. */
  record Entry(int line, Yaml value) {}
}
