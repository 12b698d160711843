package org.ringlight.analytics.picture;

/**
 * Something to draw on, shape after shape; lengths in pixels from the upper left, colours as {@code
 * #rrggbb}.
 */
public interface Canvas {

  void rectangle(double x, double y, double width, double height, String fill);

  void line(double x1, double y1, double x2, double y2, String stroke, double width);

  /** A broken line. */
  void dashes(double x1, double y1, double x2, double y2, String stroke);

  void dot(double x, double y, double radius, String fill);

  void text(double x, double y, int size, Svg.Anchor anchor, String words);

  void paleText(double x, double y, int size, Svg.Anchor anchor, String words);

  /** Text that reads upwards, its middle at the point. */
  void upright(double x, double y, int size, String words);
}
