package org.ringlight.graph.query;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** A cell as expectations write it: a dash for nothing, decimal numbers to eight digits. */
final class Cell {

  private Cell() {}

  static String text(@Nullable Object value) {
    if (value == null) {
      return "-";
    }
    return value instanceof Double number
        ? BigDecimal.valueOf(number).round(new MathContext(8)).stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
