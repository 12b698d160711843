package org.ringlight.cli.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.ringlight.truth.evaluate.Calibration;
import org.ringlight.truth.evaluate.ClaimScore;
import org.ringlight.truth.evaluate.Claimant;
import org.ringlight.truth.evaluate.Collision;
import org.ringlight.truth.evaluate.Estimate;
import org.ringlight.truth.evaluate.Evaluated;
import org.ringlight.truth.evaluate.PosteriorScore;

/**
 * The scores as JSON, every figure with all its digits. What has no meaning is null, what is
 * infinite the text {@code Infinity}.
 */
final class ScoreDocument {

  private ScoreDocument() {}

  static ObjectNode of(Evaluated scores) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("rings", scores.rings());
    document.put("truth_not_in_tables", scores.truthNotInTables());
    document.put("rings_without_truth", scores.ringsWithoutTruth());
    document.put("unjudged_claims", scores.unjudged());
    document.put("by", by(scores));
    ArrayNode claims = document.putArray("claims");
    scores.claims().forEach(score -> claim(claims.addObject(), score));
    ArrayNode probabilities = document.putArray("probabilities");
    scores.posteriors().forEach(score -> posterior(probabilities.addObject(), score));
    ArrayNode collisions = document.putArray("collisions");
    scores.collisions().forEach(pair -> collision(collisions.addObject(), pair));
    ArrayNode reliability = document.putArray("reliability");
    for (Calibration calibration : scores.calibrations()) {
      for (int bin = 0; bin < calibration.bins().size(); bin++) {
        bin(reliability.addObject(), calibration, bin);
      }
    }
    return document;
  }

  /** What rings are told apart by, as it is typed and printed. */
  static String by(Evaluated scores) {
    return scores.by().name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode named(ObjectNode row, Claimant claimant) {
    return row.put("heuristic", claimant.heuristic().name())
        .put("version", claimant.heuristic().version())
        .put("parameters", claimant.heuristic().parameters())
        .put("guarantee", claimant.level().word());
  }

  private static void claim(ObjectNode row, ClaimScore score) {
    named(row, score.claimant()).put("claim", score.kind().word()).put("group", score.group());
    row.put("claims", score.claims()).put("wrong", score.wrong());
    put(row, "coverage", score.coverage());
    put(
        row,
        "precision",
        new Estimate(score.precision(), score.precisionLow(), score.precisionHigh()));
    put(row, "recall", score.recall());
  }

  private static void posterior(ObjectNode row, PosteriorScore score) {
    named(row, score.claimant()).put("group", score.group()).put("rings", score.rings());
    put(row, "coverage", score.coverage());
    put(row, "log_loss", score.logLoss());
    put(row, "uniform_log_loss", score.uniformLogLoss());
    row.put("ruled_out", score.ruledOut());
    put(row, "brier", score.brier());
    put(row, "top1", score.top1());
    put(row, "calibration_error", score.calibrationError());
    put(row, "calibration_error_by_chance", score.chanceError());
    put(row, "effective_ring_size_entropy", score.entropySize());
    put(row, "effective_ring_size_guessing", score.guessingSize());
  }

  private static void collision(ObjectNode row, Collision pair) {
    named(row, pair.first()).put("other", pair.second().toString());
    row.put("both", pair.both())
        .put("agree", pair.agree())
        .put("differ", pair.differ())
        .put("only_first", pair.onlyFirst())
        .put("only_other", pair.onlySecond())
        .put("disjoint", pair.disjoint());
  }

  private static void bin(ObjectNode row, Calibration calibration, int number) {
    Calibration.Bin bin = calibration.bins().get(number);
    named(row, calibration.claimant()).put("group", calibration.group());
    row.put("bin", Integer.toString(number + 1)).put("rings", bin.rings());
    put(row, "confidence", bin.confidence());
    put(row, "right", bin.right());
  }

  private static void put(ObjectNode row, String name, Estimate estimate) {
    put(row, name, estimate.value());
    put(row, name + "_low", estimate.low());
    put(row, name + "_high", estimate.high());
  }

  private static void put(ObjectNode row, String name, double figure) {
    if (Double.isNaN(figure)) {
      row.putNull(name);
    } else if (Double.isInfinite(figure)) {
      row.put(name, Double.toString(figure));
    } else {
      row.put(name, figure);
    }
  }
}
