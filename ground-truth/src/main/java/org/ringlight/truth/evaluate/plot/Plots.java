package org.ringlight.truth.evaluate.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.truth.evaluate.ClaimScore;
import org.ringlight.truth.evaluate.Claimant;
import org.ringlight.truth.evaluate.Evaluated;

/** All pictures of an evaluation. */
public final class Plots {

  private Plots() {}

  /**
   * Writes {@code reliability-HEURISTIC-GROUP.svg} for probabilities, {@code
   * precision-HEURISTIC-CLAIM.svg} for claims, and {@code collisions.svg}; makes the folder.
   *
   * @return how many files
   */
  public static int write(Evaluated scores, Path folder) {
    Map<String, String> pictures = new LinkedHashMap<>();
    String by = scores.by().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    Names names = new Names();
    for (int i = 0; i < scores.posteriors().size(); i++) {
      var score = scores.posteriors().get(i);
      pictures.put(
          "reliability-" + names.of(score.claimant()) + "-" + score.group() + ".svg",
          ReliabilityDiagram.of(score, scores.calibrations().get(i), by));
    }
    Map<String, List<ClaimScore>> charts = new LinkedHashMap<>();
    for (ClaimScore score : scores.claims()) {
      String kind = score.kind().word().replace('_', '-');
      if (score.claims() > 0) {
        charts
            .computeIfAbsent(
                "precision-" + names.of(score.claimant()) + "-" + kind + ".svg",
                name -> new ArrayList<>())
            .add(score);
      }
    }
    charts.forEach((name, of) -> pictures.put(name, PrecisionChart.of(of, by)));
    if (!scores.collisions().isEmpty()) {
      pictures.put("collisions.svg", CollisionMap.of(scores.collisions()));
    }
    write(pictures, folder);
    return pictures.size();
  }

  /** A name for each claimant that is one for a file: two of one heuristic get a number. */
  private static final class Names {
    private final Map<Claimant, String> given = new LinkedHashMap<>();

    private String of(Claimant claimant) {
      return given.computeIfAbsent(
          claimant,
          fresh -> {
            String name = fresh.heuristic().name();
            String unlike = name;
            for (int i = 2; given.containsValue(unlike); i++) {
              unlike = name + "." + i;
            }
            return unlike;
          });
    }
  }

  private static void write(Map<String, String> pictures, Path folder) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> picture : pictures.entrySet()) {
        Files.writeString(folder.resolve(picture.getKey()), picture.getValue());
      }
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the diagrams cannot be written: " + e, folder.toString(), "choose another folder", e);
    }
  }
}
