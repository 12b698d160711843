package org.ringlight.cli.progress;

/** How progress is shown. */
public enum ProgressStyle {
  /** A bar on a terminal, plain lines elsewhere. */
  AUTO,
  OFF,
  PLAIN,
  JSON;

  /** Whether progress is told in lines for a log. */
  public boolean isLines() {
    return switch (this) {
      case AUTO -> !Boolean.getBoolean("ringlight.terminal");
      case PLAIN -> true;
      case OFF, JSON -> false;
    };
  }
}
