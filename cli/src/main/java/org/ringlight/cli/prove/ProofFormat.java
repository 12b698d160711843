package org.ringlight.cli.prove;

/** How a proof is printed. */
public enum ProofFormat {
  /** Numbered steps for people. */
  TEXT,
  /** One JSON object. */
  JSON
}
