package org.ringlight.cli.contrast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ringlight.analytics.picture.Canvas;
import org.ringlight.analytics.picture.Svg;

/**
 * Lines over places from left to right, such as months or hops. The two chains differ in colour
 * (Okabe and Ito's blue and vermilion, told apart by all) and in their marks, discs and squares.
 */
final class LineChart {

  static final int WIDTH = 960;
  static final int HEIGHT = 540;
  static final String BLUE = "#0072b2";
  static final String VERMILION = "#d55e00";
  static final String GREEN = "#009e73";

  private static final double LEFT = 90;
  private static final double TOP = 96;
  private static final double RIGHT = 930;
  private static final double BOTTOM = 440;
  private static final int MOST_LABELS = 12;

  /** Marks of longer lines are small. */
  private static final int CLOSE = 50;

  /** A point with what it may be off by. */
  record Point(int place, double value, double low, double high) {}

  /** A line; {@code square} for its marks. */
  record Series(String name, String colour, boolean square, List<Point> points) {}

  /** How values go upwards. */
  enum Scale {
    /** From 0 % to 100 %. */
    SHARE,
    /** Powers of ten from 1. */
    LOG
  }

  private final String title;
  private final String guarantee;
  private final String across;
  private final String upwards;
  private final Scale scale;
  private final List<String> places;
  private final List<Series> series = new ArrayList<>();
  private final Map<Integer, String> forks = new TreeMap<>();
  private String ceiling = "";
  private double ceilingAt;

  /**
   * @param guarantee the word for how sure it is, and what that rests on
   * @param places labels from left to right
   */
  LineChart(
      String title,
      String guarantee,
      String across,
      String upwards,
      Scale scale,
      List<String> places) {
    this.title = title;
    this.guarantee = guarantee;
    this.across = across;
    this.upwards = upwards;
    this.scale = scale;
    this.places = places;
  }

  void add(Series line) {
    if (!line.points().isEmpty()) {
      series.add(line);
    }
  }

  /** An upright line at a place. */
  void fork(int place, String label) {
    forks.merge(place, label, (one, other) -> one + ", " + other);
  }

  /** A dashed line across, for what is announced. */
  void ceiling(double value, String label) {
    ceilingAt = value;
    ceiling = label;
  }

  String title() {
    return title;
  }

  /** What there is to see, in words. */
  String inWords() {
    StringBuilder words = new StringBuilder(upwards).append(", by ").append(across).append(". ");
    for (Series line : series) {
      Point first = line.points().get(0);
      Point last = line.points().get(line.points().size() - 1);
      words.append(
          String.format(
              Locale.ROOT,
              "%s: %s at %s, %s at %s. ",
              line.name(),
              figure(first.value()),
              places.get(first.place()),
              figure(last.value()),
              places.get(last.place())));
    }
    return words.append(guarantee).toString();
  }

  private String figure(double value) {
    return scale == Scale.SHARE
        ? String.format(Locale.ROOT, "%.1f %%", 100 * value)
        : String.format(Locale.ROOT, value < 1000 ? "%.1f" : "%,.0f", value);
  }

  private double highest() {
    if (scale == Scale.SHARE) {
      return 1;
    }
    double most = Math.max(10, ceilingAt);
    for (Series line : series) {
      for (Point point : line.points()) {
        most = Math.max(most, Math.max(point.value(), point.high()));
      }
    }
    return Math.pow(10, Math.ceil(Math.log10(most) - 1e-9));
  }

  private double y(double value) {
    double part =
        scale == Scale.SHARE ? value : Math.log10(Math.max(1, value)) / Math.log10(highest());
    return BOTTOM - part * (BOTTOM - TOP);
  }

  private double x(int place) {
    return LEFT + (place + 0.5) * (RIGHT - LEFT) / places.size();
  }

  void draw(Canvas canvas) {
    canvas.text(LEFT, 30, 20, Svg.Anchor.START, title);
    canvas.paleText(LEFT, 52, 13, Svg.Anchor.START, guarantee);
    axes(canvas);
    forks.forEach(
        (place, label) -> {
          double left = x(place) - 0.5 * (RIGHT - LEFT) / places.size();
          canvas.line(left, TOP, left, BOTTOM, "#9a9a9a", 1);
          canvas.paleText(left + 3, TOP + 11, 11, Svg.Anchor.START, label);
        });
    if (!ceiling.isEmpty()) {
      canvas.dashes(LEFT, y(ceilingAt), RIGHT, y(ceilingAt), GREEN);
      canvas.text(RIGHT, y(ceilingAt) - 6, 13, Svg.Anchor.END, ceiling);
    }
    double legend = LEFT;
    for (Series line : series) {
      draw(canvas, line);
      mark(canvas, line, legend + 6, 74);
      canvas.text(legend + 18, 79, 14, Svg.Anchor.START, line.name());
      legend += 40 + 8.2 * line.name().length();
    }
  }

  private void axes(Canvas canvas) {
    if (scale == Scale.SHARE) {
      for (int tick = 0; tick <= 5; tick++) {
        rule(canvas, tick / 5.0, 20 * tick + " %");
      }
    } else {
      for (double tick = 1; tick <= highest() * 1.001; tick *= 10) {
        rule(canvas, tick, String.format(Locale.ROOT, "%,.0f", tick));
      }
    }
    canvas.line(LEFT, TOP, LEFT, BOTTOM, Svg.INK, 1);
    canvas.line(LEFT, BOTTOM, RIGHT, BOTTOM, Svg.INK, 1);
    int step = Math.max(1, (places.size() + MOST_LABELS - 1) / MOST_LABELS);
    for (int place = 0; place < places.size(); place += step) {
      canvas.line(x(place), BOTTOM, x(place), BOTTOM + 5, Svg.INK, 1);
      canvas.text(x(place), BOTTOM + 22, 12, Svg.Anchor.MIDDLE, places.get(place));
    }
    canvas.text((LEFT + RIGHT) / 2, BOTTOM + 50, 14, Svg.Anchor.MIDDLE, across);
    canvas.upright(24, (TOP + BOTTOM) / 2, 14, upwards);
  }

  private void rule(Canvas canvas, double value, String label) {
    canvas.line(LEFT, y(value), RIGHT, y(value), Svg.PALE, 1);
    canvas.text(LEFT - 8, y(value) + 4, 12, Svg.Anchor.END, label);
  }

  private void draw(Canvas canvas, Series line) {
    Point before = null;
    for (Point point : line.points()) {
      double x = x(point.place());
      if (before != null) {
        canvas.line(x(before.place()), y(before.value()), x, y(point.value()), line.colour(), 2);
      }
      if (point.high() > point.low()) {
        canvas.line(x, y(point.low()), x, y(point.high()), line.colour(), 1.5);
        canvas.line(x - 5, y(point.low()), x + 5, y(point.low()), line.colour(), 1.5);
        canvas.line(x - 5, y(point.high()), x + 5, y(point.high()), line.colour(), 1.5);
      }
      before = point;
    }
    line.points().forEach(point -> mark(canvas, line, x(point.place()), y(point.value())));
  }

  private static void mark(Canvas canvas, Series line, double x, double y) {
    double half = line.points().size() > CLOSE ? 2 : 4;
    if (line.square()) {
      canvas.rectangle(x - half, y - half, 2 * half, 2 * half, line.colour());
    } else {
      canvas.dot(x, y, half + 0.5, line.colour());
    }
  }
}
