package org.ringlight.truth.evaluate.plot;

import java.util.Locale;

/**
 * A square with an upright axis of shares from 0, drawn into a picture, and the way to points in
 * it.
 */
final class Frame {

  private static final int TICKS = 5;

  private final Svg svg;
  private final double left;
  private final double top;
  private final double side;
  private final double highest;

  /**
   * @param highest the share at the upper and the right edge, of {@link #edge}
   */
  Frame(Svg svg, double left, double top, double side, double highest) {
    this.svg = svg;
    this.left = left;
    this.top = top;
    this.side = side;
    this.highest = highest;
  }

  /** The least round share that is not below {@code value}: 0.1, 0.2, 0.5 or 1. */
  static double edge(double value) {
    for (double round : new double[] {0.1, 0.2, 0.5}) {
      if (value <= round) {
        return round;
      }
    }
    return 1;
  }

  double x(double share) {
    return left + side * share / highest;
  }

  double y(double share) {
    return top + side - side * share / highest;
  }

  /** The upright axis with its lines across. */
  void shares(String label) {
    for (int tick = 0; tick <= TICKS; tick++) {
      double share = highest * tick / TICKS;
      svg.line(left, y(share), left + side, y(share), Svg.PALE, 1);
      svg.text(left - 8, y(share) + 4, 12, Svg.Anchor.END, percent(share));
    }
    svg.line(left, top, left, top + side, Svg.INK, 1);
    svg.line(left, top + side, left + side, top + side, Svg.INK, 1);
    svg.upright(left - 50, top + side / 2, 13, label);
  }

  /** The same along the lower edge. */
  void sharesAcross(String label) {
    for (int tick = 0; tick <= TICKS; tick++) {
      double share = highest * tick / TICKS;
      svg.line(x(share), top, x(share), top + side, Svg.PALE, 1);
      svg.text(x(share), top + side + 18, 12, Svg.Anchor.MIDDLE, percent(share));
    }
    svg.text(left + side / 2, top + side + 38, 13, Svg.Anchor.MIDDLE, label);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share).replace(".0 %", " %");
  }
}
