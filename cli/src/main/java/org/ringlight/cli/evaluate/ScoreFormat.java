package org.ringlight.cli.evaluate;

/** How scores are printed. */
public enum ScoreFormat {
  /** Aligned columns for people. */
  TABLE,
  /** One figure a line. */
  CSV,
  /** One JSON object. */
  JSON,
  /** Markdown, for a page. */
  MD
}
