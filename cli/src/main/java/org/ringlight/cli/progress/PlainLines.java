package org.ringlight.cli.progress;

import java.time.Duration;

/** A line every ten seconds, for logs. */
final class PlainLines implements Rendering {

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public String render(Stand stand, Duration elapsed) {
    return Words.of(stand, elapsed) + System.lineSeparator();
  }
}
