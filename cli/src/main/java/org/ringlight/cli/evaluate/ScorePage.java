package org.ringlight.cli.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.ringlight.truth.evaluate.ClaimScore;
import org.ringlight.truth.evaluate.Claimant;
import org.ringlight.truth.evaluate.Collision;
import org.ringlight.truth.evaluate.Estimate;
import org.ringlight.truth.evaluate.Evaluated;
import org.ringlight.truth.evaluate.PosteriorScore;

/** The scores for people: few digits, a figure and its interval in one cell. */
final class ScorePage {

  private static final MathContext DIGITS = new MathContext(3);

  private ScorePage() {}

  static ObjectNode of(Evaluated scores) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("rings_judged", count(scores.rings()));
    page.put("truth_whose_ring_is_not_in_the_tables", count(scores.truthNotInTables()));
    page.put("rings_of_the_tables_without_truth", count(scores.ringsWithoutTruth()));
    page.put("claims_that_could_not_be_judged", count(scores.unjudged()));
    String by = ScoreDocument.by(scores);
    ArrayNode claims = page.putArray("claims");
    scores.claims().forEach(score -> claim(claims.addObject(), by, score));
    ArrayNode probabilities = page.putArray("probabilities");
    scores.posteriors().forEach(score -> probability(probabilities.addObject(), by, score));
    ArrayNode calibration = page.putArray("calibration_and_what_is_left_of_the_ring");
    scores.posteriors().forEach(score -> calibration(calibration.addObject(), by, score));
    ArrayNode collisions = page.putArray("rings_that_two_heuristics_resolve");
    scores.collisions().forEach(pair -> collision(collisions.addObject(), pair));
    return page;
  }

  private static ObjectNode named(ObjectNode row, Claimant claimant) {
    return row.put("heuristic", claimant.toString());
  }

  private static void claim(ObjectNode row, String by, ClaimScore score) {
    named(row, score.claimant())
        .put("guarantee", score.claimant().level().word())
        .put("claim", score.kind().word().replace('_', ' '))
        .put(by, score.group())
        .put("claims", count(score.claims()))
        .put("wrong", count(score.wrong()))
        .put("coverage", figure(score.coverage()))
        .put(
            "precision",
            figure(new Estimate(score.precision(), score.precisionLow(), score.precisionHigh())))
        .put("recall", figure(score.recall()));
  }

  private static void probability(ObjectNode row, String by, PosteriorScore score) {
    named(row, score.claimant())
        .put(by, score.group())
        .put("rings", count(score.rings()))
        .put("coverage", figure(score.coverage()))
        .put("log_loss", figure(score.logLoss()))
        .put("of_uniform", figure(score.uniformLogLoss()))
        .put("ruled_out", count(score.ruledOut()))
        .put("brier", figure(score.brier()))
        .put("top1", figure(score.top1()));
  }

  private static void calibration(ObjectNode row, String by, PosteriorScore score) {
    named(row, score.claimant())
        .put(by, score.group())
        .put("calibration_error", figure(score.calibrationError()))
        .put("by_chance_below", figure(score.chanceError()))
        .put("ring_size_by_entropy", figure(score.entropySize()))
        .put("by_guessing", figure(score.guessingSize()));
  }

  private static void collision(ObjectNode row, Collision pair) {
    named(row, pair.first())
        .put("other", pair.second().toString())
        .put("both", count(pair.both()))
        .put("agree", count(pair.agree()))
        .put("differ", count(pair.differ()))
        .put("only_the_first", count(pair.onlyFirst()))
        .put("only_the_other", count(pair.onlySecond()));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String figure(Estimate estimate) {
    return Double.isNaN(estimate.low())
        ? figure(estimate.value())
        : figure(estimate.value())
            + " ("
            + figure(estimate.low())
            + " to "
            + figure(estimate.high())
            + ")";
  }

  private static String figure(double value) {
    if (Double.isNaN(value)) {
      return "-";
    } else if (Double.isInfinite(value)) {
      return "infinite";
    }
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
