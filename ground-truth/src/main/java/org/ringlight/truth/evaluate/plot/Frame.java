package org.ringlight.truth.evaluate.plot;

import org.ringlight.analytics.picture.Svg;

/**
 * A rectangle with an upright axis of shares from 0, drawn into a picture, and the way to points in
 * it.
 */
final class Frame {

  private static final int TICKS = 5;

  private final Svg svg;
  private final double left;
  private final double top;
  private final double width;
  private final double height;
  private final double highest;

  /**
   * @param highest the share at the upper and the right edge, of {@link #edge}
   */
  Frame(Svg svg, double left, double top, double width, double height, double highest) {
    this.svg = svg;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
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
    return left + width * share / highest;
  }

  double y(double share) {
    return top + height - height * share / highest;
  }

  /** The upright axis with its lines across. */
  void shares(String label) {
    for (int tick = 0; tick <= TICKS; tick++) {
      double share = highest * tick / TICKS;
      svg.line(left, y(share), left + width, y(share), Svg.PALE, 1);
      svg.text(left - 8, y(share) + 4, 12, Svg.Anchor.END, Figures.percent(share));
    }
    svg.line(left, top, left, top + height, Svg.INK, 1);
    svg.line(left, top + height, left + width, top + height, Svg.INK, 1);
    svg.upright(left - 50, top + height / 2, 13, label);
  }

  /** The same along the lower edge. */
  void sharesAcross(String label) {
    for (int tick = 0; tick <= TICKS; tick++) {
      double share = highest * tick / TICKS;
      svg.line(x(share), top, x(share), top + height, Svg.PALE, 1);
      svg.text(x(share), top + height + 18, 12, Svg.Anchor.MIDDLE, Figures.percent(share));
    }
    svg.text(left + width / 2, top + height + 38, 13, Svg.Anchor.MIDDLE, label);
  }
}
