package org.ringlight.analytics.spark.job;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.ringlight.failure.ConfigurationInvalid;

/** How rows leave a job. In text, hashes and keys are hexadecimal digits. */
enum RowFormat {
  /** Aligned columns for people. Long ones are cut. */
  TABLE,

  /** With a line of names; printed partition by partition, or written as a folder of files. */
  CSV,

  /** A folder of files. */
  PARQUET;

  private static final int PRINTED_ROWS = 1000;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can only be written to a folder. */
  boolean toFolder() {
    return this == PARQUET;
  }

  static RowFormat of(String word) throws JobOptions.Misuse {
    for (RowFormat format : values()) {
      if (format.word().equals(word)) {
        return format;
      }
    }
    throw new JobOptions.Misuse("there is no format " + word);
  }

  /**
   * Has the executors write {@code rows} into a new folder.
   *
   * @param folder a path, or an address that Hadoop's file systems know
   */
  void write(Dataset<Row> rows, String folder) {
    String address = folder.contains(":/") ? folder : Path.of(folder).toUri().toString();
    try {
      if (this == PARQUET) {
        rows.write().parquet(address);
      } else {
        text(rows).write().option("header", true).csv(address);
      }
    } catch (Exception e) { // Scala does not declare what it throws
      if (e instanceof AnalysisException analysis
          && "PATH_ALREADY_EXISTS".equals(analysis.getCondition())) {
        throw new ConfigurationInvalid(
            "there is something already", folder, "give --out a folder that does not exist yet");
      }
      throw e;
    }
  }

  /** Prints {@code rows}, of which one partition at a time is in memory. */
  void print(Dataset<Row> rows, PrintStream out) {
    Dataset<Row> text = text(rows);
    if (this == TABLE) {
      table(text, out);
      return;
    }
    out.println(String.join(",", rows.columns()));
    for (Iterator<Row> each = text.toLocalIterator(); each.hasNext(); ) {
      out.println(String.join(",", cells(each.next())));
    }
  }

  private static void table(Dataset<Row> text, PrintStream out) {
    List<List<String>> lines = new ArrayList<>(List.of(List.of(text.columns())));
    for (Iterator<Row> each = text.limit(PRINTED_ROWS + 1).toLocalIterator(); each.hasNext(); ) {
      lines.add(cells(each.next()));
    }
    boolean more = lines.size() > PRINTED_ROWS + 1;
    List<List<String>> shown = more ? lines.subList(0, PRINTED_ROWS + 1) : lines;
    int[] widths =
        IntStream.range(0, text.columns().length)
            .map(i -> shown.stream().mapToInt(line -> line.get(i).length()).max().orElse(0))
            .toArray();
    for (List<String> line : shown) {
      out.println(
          IntStream.range(0, widths.length)
              .mapToObj(i -> line.get(i) + " ".repeat(widths[i] - line.get(i).length()))
              .collect(Collectors.joining("  "))
              .stripTrailing());
    }
    if (more) {
      out.println("… and more; --format csv gives all");
    }
  }

  private static List<String> cells(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.isNullAt(i) ? "" : row.getString(i))
        .toList();
  }

  private static Dataset<Row> text(Dataset<Row> rows) {
    Column[] columns = new Column[rows.columns().length];
    for (int i = 0; i < columns.length; i++) {
      String name = rows.columns()[i];
      Column column = functions.col(name);
      columns[i] =
          (rows.schema().apply(name).dataType().equals(DataTypes.BinaryType)
                  ? functions.lower(functions.hex(column))
                  : column.cast(DataTypes.StringType))
              .as(name);
    }
    return rows.select(columns);
  }
}
