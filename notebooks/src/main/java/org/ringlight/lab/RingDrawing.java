package org.ringlight.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ringlight.analytics.picture.Svg;
import org.ringlight.lab.RingPicture.Member;

/**
 * A ring drawn: a line for each member, its circle as far left as it is old, on a logarithmic scale
 * since most members are young and a few are very old.
 */
final class RingDrawing {

  private static final int WIDTH = 900;
  private static final double LEFT = 190;
  private static final double RIGHT = 600;
  private static final double TOP = 74;
  private static final double LINE = 26;
  private static final double RADIUS = 7;
  private static final int REASON = 42;

  private final RingPicture ring;
  private final long oldest;
  private final Svg svg;
  private final String words;

  private RingDrawing(RingPicture ring) {
    this.ring = ring;
    this.oldest = oldest(ring);
    this.words = words(ring);
    int height = (int) (TOP + LINE * ring.members().size() + 64);
    this.svg = new Svg(WIDTH, height, "Ring " + ring.keyImage(), words);
  }

  static Picture of(RingPicture ring) {
    RingDrawing drawing = new RingDrawing(ring);
    drawing.head();
    drawing.axis();
    for (int i = 0; i < ring.members().size(); i++) {
      drawing.member(ring.members().get(i), TOP + LINE * (i + 0.5));
    }
    return new Picture(drawing.svg.done(), drawing.words);
  }

  private void head() {
    svg.text(16, 26, 16, Svg.Anchor.START, "Ring " + shortened(ring.keyImage(), 24));
    svg.paleText(
        16,
        46,
        13,
        Svg.Anchor.START,
        String.format(
            Locale.ROOT,
            "height %,d, %d members, %s",
            ring.height(),
            ring.members().size(),
            standing(ring)));
  }

  /** Powers of ten, as far as the oldest member. */
  private void axis() {
    double floor = TOP + LINE * ring.members().size();
    for (long age = 1; age <= oldest; age *= 10) {
      svg.line(x(age), TOP, x(age), floor, Svg.PALE, 1);
      svg.text(x(age), floor + 18, 12, Svg.Anchor.MIDDLE, String.format(Locale.ROOT, "%,d", age));
    }
    svg.line(LEFT, floor, RIGHT, floor, Svg.INK, 1);
    svg.text(
        (LEFT + RIGHT) / 2,
        floor + 42,
        13,
        Svg.Anchor.MIDDLE,
        "age in blocks when the ring was made (logarithmic); young on the right");
  }

  private void member(Member member, double y) {
    double x = x(ring.height() - member.height());
    svg.text(16, y + 4, 12, Svg.Anchor.START, member.name());
    svg.paleText(
        LEFT - 12, y + 4, 12, Svg.Anchor.END, String.format(Locale.ROOT, "%,d", member.height()));
    switch (member.state()) {
      case CANDIDATE -> svg.circle(x, y, RADIUS, Svg.BLUE, 2);
      case ELIMINATED -> {
        svg.circle(x, y, RADIUS, Svg.GREY, 1.5);
        svg.line(x - RADIUS - 3, y + RADIUS + 3, x + RADIUS + 3, y - RADIUS - 3, Svg.GREY, 2);
      }
      case SPENT -> svg.dot(x, y, RADIUS + 1, Svg.BLUE);
    }
    String said = shortened(said(member), REASON);
    switch (member.state()) {
      case CANDIDATE, ELIMINATED -> svg.paleText(RIGHT + 20, y + 4, 12, Svg.Anchor.START, said);
      case SPENT -> svg.text(RIGHT + 20, y + 4, 12, Svg.Anchor.START, said);
    }
  }

  private double x(long age) {
    return RIGHT - 16 - (RIGHT - LEFT - 32) * Math.log1p((double) age) / Math.log1p((double) oldest);
  }

  private static long oldest(RingPicture ring) {
    long oldest = 10;
    for (Member member : ring.members()) {
      oldest = Math.max(oldest, ring.height() - member.height());
    }
    return oldest;
  }

  private static String standing(RingPicture ring) {
    return switch ((int) Math.min(ring.candidates(), 2)) {
      case 0 -> "no candidate left";
      case 1 -> "resolved";
      default -> ring.candidates() + " candidates";
    };
  }

  private static String said(Member member) {
    String state = member.state().name().toLowerCase(Locale.ROOT);
    return member.reason().isEmpty() ? state : state + ": " + member.reason();
  }

  private static String words(RingPicture ring) {
    List<String> members = new ArrayList<>();
    for (Member member : ring.members()) {
      members.add(member.name() + " of height " + member.height() + ", " + said(member));
    }
    return "Ring " + ring.keyImage() + " at height " + ring.height() + ", " + standing(ring) + ". "
        + String.join("; ", members) + ".";
  }

  private static String shortened(String words, int most) {
    return words.length() <= most ? words : words.substring(0, most - 1) + "…";
  }
}
