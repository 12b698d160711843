package org.ringlight.graph.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringlight.lake.mini.MiniChain;

/**
 * Findings and labels planted on the mini chain: files of the forms of {@code findings-file.md} and
 * of labels, with the story's names in them.
 */
final class Planted {

  static final MiniChain CHAIN = MiniChain.ofStory();

  private static final Map<String, String> CLAIMS =
      Map.of(
          "ring_resolved", "SPENDS",
          "member_eliminated", "ELIMINATES",
          "ring_narrowed", "NARROWED_TO",
          "weights", "WEIGHS",
          "output_spent", "SPENT");

  private Planted() {}

  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Planted.class.getResourceAsStream(name), () -> "no file " + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One map for each output of each finding, with the claim as the graph calls it. */
  static List<Map<String, String>> findings(String file) {
    List<Map<String, String>> findings = new ArrayList<>();
    for (Map<String, String> line : rows(file)) {
      String[] indexes = line.getOrDefault("amount_indexes", "").split(" ", -1);
      String[] probabilities = line.getOrDefault("probabilities", "").split(" ", -1);
      for (int i = 0; i < indexes.length; i++) {
        Map<String, String> finding = new LinkedHashMap<>(line);
        finding.put("claim", Objects.requireNonNull(CLAIMS.get(line.get("claim"))));
        finding.put("output", line.get("index_space") + ":" + indexes[i]);
        if (probabilities.length == indexes.length && !probabilities[i].isEmpty()) {
          finding.put("probability", probabilities[i]);
        }
        findings.add(finding);
      }
    }
    return findings;
  }

  static List<Map<String, String>> labels(String file) {
    return rows(file);
  }

  /** The file's lines by its header; empty fields are left out. */
  private static List<Map<String, String>> rows(String file) {
    List<String> lines = CHAIN.resolve(resource(file)).lines().toList();
    String[] header = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        if (!fields[i].isEmpty()) {
          row.put(header[i], fields[i]);
        }
      }
      rows.add(row);
    }
    return rows;
  }
}
