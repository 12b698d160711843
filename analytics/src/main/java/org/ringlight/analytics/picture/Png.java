package org.ringlight.analytics.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A PNG picture being drawn, two dots for each pixel of {@link Svg} so that print is sharp. Needs a
 * font of the system, no screen.
 */
public final class Png implements Canvas {

  private static final int SCALE = 2;

  private final BufferedImage image;
  private final Graphics2D pen;

  public Png(int width, int height) {
    image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.scale(SCALE, SCALE);
    rectangle(0, 0, width, height, "#ffffff");
  }

  @Override
  public void rectangle(double x, double y, double width, double height, String fill) {
    pen.setColor(Color.decode(fill));
    pen.fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, String stroke, double width) {
    pen.setColor(Color.decode(stroke));
    pen.setStroke(new BasicStroke((float) width));
    pen.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void dashes(double x1, double y1, double x2, double y2, String stroke) {
    pen.setColor(Color.decode(stroke));
    pen.setStroke(
        new BasicStroke(
            1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0));
    pen.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void dot(double x, double y, double radius, String fill) {
    pen.setColor(Color.decode(fill));
    pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void text(double x, double y, int size, Svg.Anchor anchor, String words) {
    write(x, y, size, anchor, words, Svg.INK);
  }

  @Override
  public void paleText(double x, double y, int size, Svg.Anchor anchor, String words) {
    write(x, y, size, anchor, words, Svg.GREY);
  }

  @Override
  public void upright(double x, double y, int size, String words) {
    AffineTransform before = pen.getTransform();
    pen.rotate(-Math.PI / 2, x, y);
    write(x, y, size, Svg.Anchor.MIDDLE, words, Svg.INK);
    pen.setTransform(before);
  }

  private void write(double x, double y, int size, Svg.Anchor anchor, String words, String colour) {
    pen.setColor(Color.decode(colour));
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    FontMetrics metrics = pen.getFontMetrics();
    double width = metrics.stringWidth(words);
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    pen.drawString(words, (float) left, (float) y);
  }

  /** The picture as a file; nothing can be added after. */
  public byte[] done() {
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
