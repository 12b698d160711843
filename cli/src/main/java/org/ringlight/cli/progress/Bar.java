package org.ringlight.cli.progress;

import java.time.Duration;

/** A bar redrawn in place; only words where no total is known. */
final class Bar implements Rendering {

  private static final int WIDTH = 24;
  private static final String CLEAR_LINE = "\r\u001b[K";

  @Override
  public Duration interval() {
    return Duration.ofMillis(200);
  }

  @Override
  public String render(Stand stand, Duration elapsed) {
    return CLEAR_LINE + (stand.total() == 0 ? "" : bar(stand) + " ") + Words.of(stand, elapsed);
  }

  @Override
  public String last() {
    return CLEAR_LINE;
  }

  private static String bar(Stand stand) {
    int full = (int) Math.min(WIDTH, WIDTH * stand.done() / stand.total());
    return "[" + "█".repeat(full) + "·".repeat(WIDTH - full) + "]";
  }
}
