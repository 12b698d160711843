package org.ringlight.cli.progress;

import java.time.Duration;

/** A bar redrawn in place. */
final class Bar implements Rendering {

  private static final int WIDTH = 24;
  private static final String CLEAR_LINE = "\r\u001b[K";

  @Override
  public Duration interval() {
    return Duration.ofMillis(200);
  }

  @Override
  public String render(Stand stand, Duration elapsed) {
    return CLEAR_LINE + bar(stand) + " " + Words.of(stand, elapsed);
  }

  @Override
  public String last() {
    return CLEAR_LINE;
  }

  private static String bar(Stand stand) {
    int full = stand.total() == 0 ? 0 : (int) Math.min(WIDTH, WIDTH * stand.done() / stand.total());
    return "[" + "█".repeat(full) + "·".repeat(WIDTH - full) + "]";
  }
}
