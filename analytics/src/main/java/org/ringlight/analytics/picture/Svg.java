package org.ringlight.analytics.picture;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An SVG picture being written, shape after shape; lengths in pixels from the upper left. Text is
 * text, so that it can be searched and read aloud; what must be escaped is.
 */
public final class Svg implements Canvas {

  public static final String INK = "#1b1b1b";
  public static final String PALE = "#d9d9d9";
  public static final String GREY = "#6b6b6b";
  public static final String BLUE = "#0b5fa5";

  /** Where a text stands at its point. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /**
   * @param title a line on what is shown
   * @param description what there is to see, in words, for those who do not see it
   */
  public Svg(int width, int height, String title, String description) {
    try {
      xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
      attributes("viewBox", "0 0 " + width + " " + height, "width", width, "height", height);
      attributes("role", "img");
      attributes("font-family", "Helvetica, Arial, sans-serif", "fill", INK);
      xml.writeCharacters("\n");
      labelled("title", title);
      labelled("desc", description);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    rectangle(0, 0, width, height, "#ffffff");
  }

  private void labelled(String element, String words) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(words);
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  @Override
  public void rectangle(double x, double y, double width, double height, String fill) {
    shape("rect", "x", x, "y", y, "width", width, "height", height, "fill", fill);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, String stroke, double width) {
    shape("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", stroke, "stroke-width", width);
  }

  @Override
  public void dashes(double x1, double y1, double x2, double y2, String stroke) {
    shape(
        "line",
        "x1",
        x1,
        "y1",
        y1,
        "x2",
        x2,
        "y2",
        y2,
        "stroke",
        stroke,
        "stroke-width",
        1.5,
        "stroke-dasharray",
        "6 4");
  }

  @Override
  public void dot(double x, double y, double radius, String fill) {
    shape("circle", "cx", x, "cy", y, "r", radius, "fill", fill);
  }

  /** A circle that is not filled. */
  public void circle(double x, double y, double radius, String stroke, double width) {
    shape(
        "circle",
        "cx",
        x,
        "cy",
        y,
        "r",
        radius,
        "fill",
        "none",
        "stroke",
        stroke,
        "stroke-width",
        width);
  }

  @Override
  public void text(double x, double y, int size, Anchor anchor, String words) {
    write(x, y, size, anchor, words, "fill", INK);
  }

  @Override
  public void paleText(double x, double y, int size, Anchor anchor, String words) {
    write(x, y, size, anchor, words, "fill", GREY);
  }

  @Override
  public void upright(double x, double y, int size, String words) {
    write(
        x,
        y,
        size,
        Anchor.MIDDLE,
        words,
        "transform",
        "rotate(-90 " + number(x) + " " + number(y) + ")");
  }

  private void write(
      double x, double y, int size, Anchor anchor, String words, Object... attributes) {
    try {
      xml.writeStartElement("text");
      attributes("x", x, "y", y, "font-size", size);
      attributes("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
      attributes(attributes);
      xml.writeCharacters(words);
      xml.writeEndElement();
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void shape(String element, Object... attributes) {
    try {
      xml.writeEmptyElement(element);
      attributes(attributes);
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void attributes(Object... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      xml.writeAttribute(
          namesAndValues[i].toString(),
          value instanceof Number number ? number(number.doubleValue()) : value.toString());
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
  }

  /** The picture; nothing can be added after. */
  public String done() {
    try {
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }
}
