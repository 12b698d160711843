package org.ringlight.truth.evaluate.plot;

import java.util.List;
import java.util.Locale;
import org.ringlight.analytics.picture.Svg;
import org.ringlight.truth.evaluate.ClaimScore;

/** How many of the claims of one kind are right, group by group, with 95 % intervals. */
final class PrecisionChart {

  private static final double LEFT = 90;
  private static final double TOP = 70;
  private static final double SIDE = 440;

  /** Room for each group, so that its labels keep apart however many groups there are. */
  private static final double LEAST_STEP = 48;

  /** From this on there is room for the whole number of claims. */
  private static final double WIDE_STEP = 70;

  private static final int HEIGHT = 600;

  private PrecisionChart() {}

  /**
   * @param scores of one claimant and one kind, one for each group with claims
   */
  static String of(List<ClaimScore> scores, String by) {
    ClaimScore first = scores.get(0);
    String kind = first.kind().word().replace('_', ' ');
    String title = first.claimant() + ": " + kind;
    StringBuilder words = new StringBuilder();
    for (ClaimScore score : scores) {
      words.append(
          String.format(
              Locale.ROOT,
              "%s %s: %,d claims, %,d wrong. ",
              by,
              score.group(),
              score.claims(),
              score.wrong()));
    }
    double width = Math.max(SIDE, LEAST_STEP * scores.size());
    Svg svg =
        new Svg(
            (int) (LEFT + width + 50), HEIGHT, "Precision of " + title, words.toString().strip());
    svg.text(LEFT, 30, 17, Svg.Anchor.START, title);
    svg.paleText(LEFT, 50, 13, Svg.Anchor.START, "claims that are right, with 95 % intervals");
    Frame frame = new Frame(svg, LEFT, TOP, width, SIDE, 1);
    frame.shares("share of the claims that is right");
    double step = width / scores.size();
    for (int i = 0; i < scores.size(); i++) {
      ClaimScore score = scores.get(i);
      double x = LEFT + step * (i + 0.5);
      svg.line(x, frame.y(score.precisionLow()), x, frame.y(score.precisionHigh()), Svg.BLUE, 2);
      svg.dot(x, frame.y(score.precision()), 4, Svg.BLUE);
      svg.text(x, TOP + SIDE + 18, 12, Svg.Anchor.MIDDLE, score.group());
      svg.paleText(x, TOP + SIDE + 34, 12, Svg.Anchor.MIDDLE, size(score.claims(), step));
    }
    svg.text(LEFT + width / 2, TOP + SIDE + 60, 13, Svg.Anchor.MIDDLE, by + "; number of claims");
    return svg.done();
  }

  private static String size(long claims, double step) {
    return step < WIDE_STEP ? Figures.brief(claims) : Figures.count(claims);
  }
}
