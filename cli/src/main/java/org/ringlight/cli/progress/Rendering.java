package org.ringlight.cli.progress;

import java.time.Duration;

/** One way of showing how far a job is. */
interface Rendering {

  /** How long from one showing to the next. */
  Duration interval();

  /** What is printed for this stand, {@code elapsed} after the start. */
  String render(Stand stand, Duration elapsed);

  /** What is printed after the last stand. */
  default String last() {
    return "";
  }

  static Rendering of(ProgressStyle style) {
    return switch (style) {
      case AUTO -> style.isLines() ? new PlainLines() : new Bar();
      case PLAIN, OFF -> new PlainLines();
      case JSON -> new JsonLines();
    };
  }
}
