package org.ringlight.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ringlight.analytics.picture.Svg;

/** Bars side by side, one for each row: a histogram where the rows are bins in order. */
final class Bars {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 380;
  private static final double LEFT = 80;
  private static final double TOP = 50;
  private static final double RIGHT = 740;
  private static final double FLOOR = 310;
  private static final int TICKS = 4;

  /** Room for a label below, and for a number above a bar. */
  private static final double LABEL = 46;

  private Bars() {}

  /**
   * Draws them.
   *
   * @param across the column whose cells stand below the bars
   * @param upward the column of their heights, 0 or more
   * @throws IllegalArgumentException where a column is missing, or a height is below 0 or no number
   */
  static Picture of(Rows rows, String across, String upward, String title) {
    List<String> labels = rows.texts(across);
    double[] values = rows.numbers(upward);
    double largest = 0;
    List<String> words = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a bar cannot be " + values[i] + " high [" + upward + ", row " + i + "]; 0 or more");
      }
      largest = Math.max(largest, values[i]);
      words.add(labels.get(i) + ": " + number(values[i]));
    }
    String said =
        title
            + "; "
            + upward
            + " by "
            + across
            + ". "
            + (words.isEmpty() ? "No rows" : "")
            + String.join(", ", words)
            + ".";
    Svg svg = new Svg(WIDTH, HEIGHT, title, said);
    svg.text(LEFT, 26, 16, Svg.Anchor.START, title);
    double top = axis(svg, largest, upward);
    double step = (RIGHT - LEFT) / Math.max(1, values.length);
    int every = (int) Math.ceil(LABEL / step);
    for (int i = 0; i < values.length; i++) {
      double x = LEFT + step * i;
      double height = (FLOOR - TOP) * values[i] / top;
      svg.rectangle(x + step * 0.08, FLOOR - height, step * 0.84, height, Svg.BLUE);
      if (i % every == 0) {
        svg.text(x + step / 2, FLOOR + 18, 12, Svg.Anchor.MIDDLE, labels.get(i));
      }
      if (every == 1) {
        svg.paleText(x + step / 2, FLOOR - height - 5, 11, Svg.Anchor.MIDDLE, number(values[i]));
      }
    }
    svg.line(LEFT, FLOOR, RIGHT, FLOOR, Svg.INK, 1);
    svg.text((LEFT + RIGHT) / 2, FLOOR + 44, 13, Svg.Anchor.MIDDLE, across.replace('_', ' '));
    return new Picture(svg.done(), said);
  }

  /** Draws the upright axis and says what stands at its top. */
  private static double axis(Svg svg, double largest, String upward) {
    double tick = tick(largest);
    int ticks = (int) Math.max(1, Math.ceil(largest / tick));
    for (int i = 0; i <= ticks; i++) {
      double y = FLOOR - (FLOOR - TOP) * i / ticks;
      svg.line(LEFT, y, RIGHT, y, Svg.PALE, 1);
      svg.text(LEFT - 8, y + 4, 12, Svg.Anchor.END, number(tick * i));
    }
    svg.upright(LEFT - 60, (TOP + FLOOR) / 2, 13, upward.replace('_', ' '));
    return tick * ticks;
  }

  /** The least of 1, 2, 5, 10, … that needs no more than a few lines. */
  static double tick(double largest) {
    double ten = Math.pow(10, Math.floor(Math.log10(Math.max(largest, 1e-9) / TICKS)));
    for (double round : new double[] {1, 2, 5}) {
      if (largest <= round * ten * TICKS) {
        return round * ten;
      }
    }
    return 10 * ten;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
