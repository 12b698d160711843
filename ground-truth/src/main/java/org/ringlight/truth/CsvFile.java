package org.ringlight.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;

/** Comma-separated files: one header line, no field holds a comma, a quote or a line break. */
public final class CsvFile {

  private CsvFile() {}

  /**
   * Writes {@code rows}, each as wide as {@code header}, in the order given.
   *
   * @throws IllegalArgumentException if a field would break its line
   */
  public static void write(Path file, String header, List<List<String>> rows) {
    int width = header.split(",", -1).length;
    StringBuilder text = new StringBuilder(header).append('\n');
    for (List<String> row : rows) {
      if (row.size() != width) {
        throw new IllegalArgumentException(row.size() + " fields under " + header);
      }
      for (String value : row) {
        if (value.contains(",") || value.contains("\"") || value.contains("\n")) {
          throw new IllegalArgumentException("no comma, quote or line break in " + value);
        }
      }
      text.append(String.join(",", row)).append('\n');
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "cannot write: " + e.getMessage(), file.toString(), "choose another folder", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws DataInvalid if the header is another or a line is not understood, with the line
   */
  public static <T> List<T> read(Path file, String header, Function<String[], T> parse) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "cannot read: " + e.getMessage(), file.toString(), "check that it is there", e);
    }
    if (lines.isEmpty() || !lines.get(0).equals(header)) {
      throw new DataInvalid("the first line is not " + header, file.toString(), "check the file");
    }
    int width = header.split(",", -1).length;
    List<T> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String place = file + " line " + (i + 1);
      String[] fields = lines.get(i).split(",", -1);
      if (fields.length != width) {
        throw new DataInvalid(
            fields.length + " fields in place of " + width, place, "check the file");
      }
      try {
        rows.add(parse.apply(fields));
      } catch (IllegalArgumentException e) {
        throw new DataInvalid("not readable: " + e.getMessage(), place, "check the file", e);
      }
    }
    return rows;
  }
}
