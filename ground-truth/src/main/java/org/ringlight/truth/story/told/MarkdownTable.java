package org.ringlight.truth.story.told;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;

/** A table of a Markdown page while it is written. */
final class MarkdownTable {

  private static final int XMR_DIGITS = 12;
  private static final int SHOWN_DIGITS = 4;

  private final StringBuilder text = new StringBuilder();

  MarkdownTable(String... heads) {
    row(heads);
    text.append('|').append(String.join("", Collections.nCopies(heads.length, "---|")));
    text.append('\n');
  }

  void row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Atomic units in XMR, four digits after the point. */
  static String xmr(BigDecimal atomic) {
    return atomic
        .movePointLeft(XMR_DIGITS)
        .setScale(SHOWN_DIGITS, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  static String xmr(long atomic) {
    return xmr(BigDecimal.valueOf(atomic));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
