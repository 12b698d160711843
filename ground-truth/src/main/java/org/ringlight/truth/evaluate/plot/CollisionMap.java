package org.ringlight.truth.evaluate.plot;

import java.util.List;
import java.util.Locale;
import org.ringlight.analytics.picture.Svg;
import org.ringlight.truth.evaluate.Claimant;
import org.ringlight.truth.evaluate.Collision;

/**
 * Every two heuristics that resolve rings: how many they both resolve and how many of those to
 * different outputs. The darker, the more often one of the two must be wrong; on the diagonal, a
 * heuristic with itself.
 */
final class CollisionMap {

  private static final double CELL = 110;
  private static final double TOP = 110;
  private static final int LETTER = 8;

  private CollisionMap() {}

  static String of(List<Collision> collisions) {
    List<Claimant> claimants = collisions.stream().map(Collision::first).distinct().toList();
    double left = 40;
    for (Claimant claimant : claimants) {
      left = Math.max(left, 70 + LETTER * claimant.toString().length());
    }
    int side = claimants.size();
    int width = (int) Math.max(560, left + CELL * side + 40);
    Svg svg =
        new Svg(
            width,
            (int) (TOP + CELL * side + 30),
            "Rings that two heuristics resolve differently",
            describe(collisions));
    svg.text(30, 30, 17, Svg.Anchor.START, "Rings that two heuristics resolve");
    svg.paleText(
        30,
        50,
        13,
        Svg.Anchor.START,
        "how many differently, of how many both; darker: larger share");
    for (int i = 0; i < side; i++) {
      String name = i + 1 + "  " + claimants.get(i);
      svg.text(left - 12, TOP + CELL * (i + 0.5) + 4, 13, Svg.Anchor.END, name);
      svg.text(left + CELL * (i + 0.5), TOP - 10, 13, Svg.Anchor.MIDDLE, Integer.toString(i + 1));
    }
    for (Collision pair : collisions) {
      int row = claimants.indexOf(pair.first());
      int column = claimants.indexOf(pair.second());
      cell(svg, left + CELL * column, TOP + CELL * row, pair);
      if (row != column) {
        cell(svg, left + CELL * row, TOP + CELL * column, pair);
      }
    }
    return svg.done();
  }

  private static void cell(Svg svg, double x, double y, Collision pair) {
    double share = pair.both() == 0 ? 0 : (double) pair.differ() / pair.both();
    svg.rectangle(x + 1, y + 1, CELL - 2, CELL - 2, pair.both() == 0 ? "#efefef" : shade(share));
    double middle = x + CELL / 2;
    if (pair.both() == 0) {
      svg.paleText(middle, y + CELL / 2 + 4, 13, Svg.Anchor.MIDDLE, "no ring");
      return;
    }
    svg.text(middle, y + CELL / 2 - 8, 15, Svg.Anchor.MIDDLE, Figures.count(pair.differ()));
    svg.text(middle, y + CELL / 2 + 10, 12, Svg.Anchor.MIDDLE, "of " + Figures.count(pair.both()));
    svg.text(middle, y + CELL / 2 + 28, 12, Svg.Anchor.MIDDLE, Figures.percent(share));
  }

  /** From a pale to a strong orange, on which black text is readable. */
  private static String shade(double share) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        (int) (255 - 17 * share),
        (int) (247 - 118 * share),
        (int) (236 - 183 * share));
  }

  private static String describe(List<Collision> collisions) {
    StringBuilder words = new StringBuilder();
    for (Collision pair : collisions) {
      words.append(
          String.format(
              Locale.ROOT,
              "%s and %s both resolve %,d rings, %,d of them differently. ",
              pair.first(),
              pair.second(),
              pair.both(),
              pair.differ()));
    }
    return words.toString().strip();
  }
}
