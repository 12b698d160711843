package org.ringlight.cli.contrast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ringlight.failure.StoreUnavailable;

/** The rows of all measures, each as a CSV and a Parquet file of its own. */
final class ContrastTables {

  private final Map<String, MeasureTable> measures = new TreeMap<>();

  private ContrastTables() {}

  /**
   * Takes what the job wrote, a folder with one part for each table, as files.
   *
   * @param written the job's folder, which is empty afterwards and goes
   * @param folder where the files are put
   */
  static ContrastTables take(Path written, Path folder) {
    ContrastTables tables = new ContrastTables();
    try (Stream<Path> folders = Files.list(written)) {
      Files.createDirectories(folder);
      for (Path table : folders.sorted().toList()) {
        Path file = folder.resolve(table.getFileName().toString());
        Files.move(part(table), file, StandardCopyOption.REPLACE_EXISTING);
        delete(table);
        String name = file.getFileName().toString();
        if (name.endsWith(".csv")) {
          tables.measures.put(
              name.substring(0, name.length() - ".csv".length()), MeasureTable.read(file));
        }
      }
      delete(written);
      return tables;
    } catch (IOException e) {
      throw new StoreUnavailable("tables cannot be written", folder.toString(), "see the disk", e);
    }
  }

  private static Path part(Path table) throws IOException {
    try (Stream<Path> parts = Files.list(table)) {
      return parts
          .filter(part -> part.getFileName().toString().startsWith("part-"))
          .findFirst()
          .orElseThrow(
              () -> new StoreUnavailable("a table has no rows", table.toString(), "run it again"));
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The measures that there are. */
  List<String> names() {
    return List.copyOf(measures.keySet());
  }

  /** The rows of a measure; none where it was not worked out. */
  MeasureTable of(String measure) {
    return measures.getOrDefault(measure, new MeasureTable(List.of(), List.of()));
  }

  /** Whether there are blocks of a chain. */
  boolean has(String chain) {
    return !of("eras").where("chain", chain).rows().isEmpty();
  }

  /** Over all eras, the mean number of outputs after a hop; 0 where there is none. */
  double mean(String measure, String chain, String hop) {
    String units = measure.equals("origins") ? "spends" : "outputs";
    return weighted(
        of(measure).where("kind", "era").where("chain", chain).where("hop", hop),
        units,
        "mean_outputs");
  }

  /** The mean of a column over all eras of a chain, weighed by spends; 0 where there is none. */
  double mean(String measure, String chain, String column, String units) {
    return weighted(of(measure).where("kind", "era").where("chain", chain), units, column);
  }

  private static double weighted(MeasureTable eras, String units, String column) {
    double sum = 0;
    double all = 0;
    for (Map<String, String> row : eras.rows()) {
      double weight = MeasureTable.number(row, units);
      all += weight;
      sum += weight * MeasureTable.number(row, column);
    }
    return all == 0 ? 0 : sum / all;
  }

  /** Spends of a chain. */
  long spends(String chain) {
    return of("proven-share").where("kind", "era").where("chain", chain).rows().stream()
        .mapToLong(row -> Long.parseLong(MeasureTable.text(row, "spends")))
        .sum();
  }
}
