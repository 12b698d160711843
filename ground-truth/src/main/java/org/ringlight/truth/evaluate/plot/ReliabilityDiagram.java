package org.ringlight.truth.evaluate.plot;

import java.util.Locale;
import org.ringlight.analytics.picture.Svg;
import org.ringlight.truth.evaluate.Calibration;
import org.ringlight.truth.evaluate.Estimate;
import org.ringlight.truth.evaluate.PosteriorScore;

/**
 * How often the most probable member is the true one, over how probable it was said to be. On the
 * dashed line probabilities are what they say; below it they promise too much. Bars are the 95 %
 * intervals of {@link Calibration}; the bars beneath show how many rings stand behind each point.
 *
 * <p>DeGroot and Fienberg, "The comparison and evaluation of forecasters", The Statistician 32
 * (1983).
 */
final class ReliabilityDiagram {

  private static final int WIDTH = 580;
  private static final int HEIGHT = 695;
  private static final double LEFT = 90;
  private static final double TOP = 90;
  private static final double SIDE = 440;
  private static final double BARS = 50;

  private ReliabilityDiagram() {}

  static String of(PosteriorScore score, Calibration calibration, String by) {
    String group = "all".equals(score.group()) ? "all rings" : by + " " + score.group();
    String title = score.claimant() + ", " + group;
    String error = "calibration error " + interval(score.calibrationError());
    String chance = "by chance below " + Figures.percent(score.chanceError());
    Svg svg =
        new Svg(
            WIDTH, HEIGHT, "Reliability of " + title, describe(calibration, error + "; " + chance));
    svg.text(LEFT, 26, 17, Svg.Anchor.START, title);
    svg.paleText(
        LEFT,
        44,
        13,
        Svg.Anchor.START,
        String.format(
            Locale.ROOT,
            "%,d rings; the top member is right in %s",
            score.rings(),
            interval(score.top1())));
    svg.paleText(LEFT, 61, 13, Svg.Anchor.START, error);
    svg.paleText(LEFT, 78, 13, Svg.Anchor.START, chance);
    double corner = edge(calibration);
    Frame frame = new Frame(svg, LEFT, TOP, SIDE, SIDE, corner);
    frame.sharesAcross("probability given to the most probable member");
    frame.shares("how often it is the true spend");
    svg.dashes(frame.x(0), frame.y(0), frame.x(corner), frame.y(corner), Svg.GREY);
    points(svg, frame, calibration);
    masses(svg, frame, calibration, corner);
    return svg.done();
  }

  private static void points(Svg svg, Frame frame, Calibration calibration) {
    Calibration.Bin before = null;
    for (Calibration.Bin bin : calibration.bins()) {
      double x = frame.x(bin.confidence());
      Estimate right = bin.right();
      if (before != null) {
        svg.line(
            frame.x(before.confidence()),
            frame.y(before.right().value()),
            x,
            frame.y(right.value()),
            Svg.BLUE,
            1);
      }
      if (!Double.isNaN(right.low())) {
        svg.line(x, frame.y(right.low()), x, frame.y(right.high()), Svg.BLUE, 2);
      }
      svg.dot(x, frame.y(right.value()), 4, Svg.BLUE);
      before = bin;
    }
  }

  private static void masses(Svg svg, Frame frame, Calibration calibration, double corner) {
    long most = calibration.bins().stream().mapToLong(Calibration.Bin::rings).max().orElse(1);
    double foot = TOP + SIDE + 60 + BARS;
    for (Calibration.Bin bin : calibration.bins()) {
      double height = Math.max(1, BARS * bin.rings() / most);
      svg.rectangle(frame.x(bin.confidence()) - 2, foot - height, 4, height, Svg.GREY);
    }
    svg.line(LEFT, foot, LEFT + SIDE, foot, Svg.INK, 1);
    svg.text(LEFT - 8, foot - BARS + 10, 12, Svg.Anchor.END, Figures.count(most));
    svg.text(LEFT - 8, foot + 4, 12, Svg.Anchor.END, "0");
    svg.paleText(LEFT + SIDE / 2, foot + 18, 12, Svg.Anchor.MIDDLE, "rings behind each point");
    svg.paleText(
        WIDTH / 2.0,
        foot + 40,
        12,
        Svg.Anchor.MIDDLE,
        "axes to "
            + Figures.percent(corner)
            + ", bars to "
            + Figures.count(most)
            + " rings; other diagrams may have other scales");
  }

  private static double edge(Calibration calibration) {
    double highest = 0;
    for (Calibration.Bin bin : calibration.bins()) {
      highest = Math.max(highest, Math.max(bin.confidence(), bin.right().value()));
      highest = Math.max(highest, Double.isNaN(bin.right().high()) ? 0 : bin.right().high());
    }
    return Frame.edge(highest);
  }

  private static String describe(Calibration calibration, String error) {
    StringBuilder words = new StringBuilder(error).append('.');
    for (Calibration.Bin bin : calibration.bins()) {
      words.append(
          String.format(
              Locale.ROOT,
              " Of %,d rings where it is given %s on average it is right in %s.",
              bin.rings(),
              Figures.percent(bin.confidence()),
              Figures.percent(bin.right().value())));
    }
    return words.toString();
  }

  private static String interval(Estimate estimate) {
    return Double.isNaN(estimate.low())
        ? Figures.percent(estimate.value())
        : Figures.percent(estimate.value())
            + " ("
            + Figures.percent(estimate.low())
            + " to "
            + Figures.percent(estimate.high())
            + ")";
  }
}
