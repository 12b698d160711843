package org.ringlight.cli.format;

/** How results are printed. */
public enum Format {
  /** Aligned columns for people. */
  TABLE,
  CSV,
  /** One JSON array. */
  JSON,
  /** One JSON object a line. */
  JSONL
}
