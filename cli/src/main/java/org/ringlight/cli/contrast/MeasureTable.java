package org.ringlight.cli.contrast;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.ringlight.failure.StoreUnavailable;

/** The rows of a measure, as its job wrote them. */
record MeasureTable(List<String> columns, List<Map<String, String>> rows) {

  static MeasureTable read(Path csv) {
    if (!Files.exists(csv)) {
      return new MeasureTable(List.of(), List.of());
    }
    CsvSchema schema = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper().readerForMapOf(String.class).with(schema).readValues(csv.toFile())) {
      List<Map<String, String>> all = rows.readAll();
      return new MeasureTable(
          all.isEmpty() ? List.of() : List.copyOf(all.get(0).keySet()), List.copyOf(all));
    } catch (IOException e) {
      throw new StoreUnavailable("cannot be read", csv.toString(), "see the disk", e);
    }
  }

  MeasureTable where(String column, String value) {
    return where(row -> value.equals(row.get(column)));
  }

  MeasureTable where(Predicate<Map<String, String>> wanted) {
    return new MeasureTable(columns, rows.stream().filter(wanted).toList());
  }

  /** The distinct values of a column, as they come. */
  List<String> distinct(String column) {
    return rows.stream().map(row -> text(row, column)).distinct().toList();
  }

  static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  static boolean has(Map<String, String> row, String column) {
    return !text(row, column).isEmpty();
  }

  static double number(Map<String, String> row, String column) {
    return Double.parseDouble(text(row, column));
  }
}
