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

  private static final int WIDTH = 1000;
  private static final double LEFT = 260;
  private static final double RIGHT = 670;
  private static final double TOP = 88;
  private static final double LINE = 26;
  private static final double RADIUS = 7;
  private static final int REASON = 48;

  private final RingPicture ring;
  private final long youngest;
  private final long oldest;
  private final Svg svg;
  private final String words;

  private RingDrawing(RingPicture ring) {
    this.ring = ring;
    this.youngest = roundAge(ring);
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
    svg.paleText(16, TOP - 8, 12, Svg.Anchor.START, "output");
    svg.paleText(LEFT - 12, TOP - 8, 12, Svg.Anchor.END, "height");
    for (long age = Math.max(1, youngest); age <= oldest; age *= 10) {
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
    svg.line(LEFT, y, RIGHT, y, Svg.PALE, 0.5);
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
    boolean struckOut =
        member.state() == RingPicture.State.ELIMINATED && !member.reason().isEmpty();
    String said = shortened(struckOut ? member.reason() : said(member), REASON);
    switch (member.state()) {
      case CANDIDATE, ELIMINATED -> svg.paleText(RIGHT + 20, y + 4, 12, Svg.Anchor.START, said);
      case SPENT -> svg.text(RIGHT + 20, y + 4, 12, Svg.Anchor.START, said);
    }
  }

  private double x(long age) {
    double left = Math.log1p((double) oldest);
    double right = Math.log1p((double) youngest);
    return RIGHT - 16 - (RIGHT - LEFT - 32) * (Math.log1p((double) age) - right) / (left - right);
  }

  /**
   * The largest power of ten that no member is younger than; 0 where one is of the ring's block.
   */
  private static long roundAge(RingPicture ring) {
    long youngest = Long.MAX_VALUE;
    for (Member member : ring.members()) {
      youngest = Math.min(youngest, ring.height() - member.height());
    }
    long round = Math.min(youngest, 1);
    while (round > 0 && !ring.members().isEmpty() && round * 10 <= youngest) {
      round *= 10;
    }
    return round;
  }

  private static long oldest(RingPicture ring) {
    // an axis has a length even where all members are of one age
    long oldest = 10 * Math.max(1, roundAge(ring));
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
    return "Ring "
        + ring.keyImage()
        + " at height "
        + ring.height()
        + ", "
        + standing(ring)
        + ". "
        + String.join("; ", members)
        + ".";
  }

  private static String shortened(String words, int most) {
    return words.length() <= most ? words : words.substring(0, most - 1) + "…";
  }
}
