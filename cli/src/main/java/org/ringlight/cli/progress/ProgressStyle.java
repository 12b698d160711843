package org.ringlight.cli.progress;

/** How progress is shown. */
public enum ProgressStyle {
  /** A bar on a terminal, plain lines elsewhere. */
  AUTO,
  OFF,
  PLAIN,
  JSON
}
