package org.ringlight.truth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Short comma-separated files, whole. */
public final class CsvFile {

  private CsvFile() {}

  /**
   * Writes {@code rows}, each as wide as {@code header}, in the order given.
   *
   * @throws IllegalArgumentException if a field would break its line
   */
  public static void write(Path file, String header, List<List<String>> rows) {
    int width = header.split(",", -1).length;
    try (CsvWriter out = new CsvWriter(file, header)) {
      for (List<String> row : rows) {
        if (row.size() != width) {
          throw new IllegalArgumentException(row.size() + " fields under " + header);
        }
        row.forEach(out::field);
        out.endLine();
      }
    }
  }

  /** Reads what {@link #write} wrote; fails as {@link CsvReader} does. */
  public static <T> List<T> read(Path file, String header, Function<String[], T> parse) {
    List<T> rows = new ArrayList<>();
    try (CsvReader<T> in = new CsvReader<>(file, header, parse)) {
      for (T row = in.next(); row != null; row = in.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
