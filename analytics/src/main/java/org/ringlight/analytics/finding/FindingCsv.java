package org.ringlight.analytics.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A finding as a line of comma-separated fields; the numbers of a list stand with spaces. */
final class FindingCsv implements FindingFile.LineForm {

  static final String HEADER =
      "heuristic,version,parameters,guarantee,assumption,claim,key_image,index_space,"
          + "amount_indexes,probabilities";

  private static final int FIELDS = 10;

  private final ObjectReader reader =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build().readerFor(String[].class);

  @Override
  public Finding read(String line) {
    String[] fields = fields(line);
    return new FindingFields(
            fields[0],
            fields[1],
            fields[2],
            fields[3],
            present(fields[4]),
            fields[5],
            present(fields[6]),
            space(present(fields[7])),
            indexes(present(fields[8])),
            probabilities(present(fields[9])))
        .finding();
  }

  private String[] fields(String line) {
    if (line.isEmpty()) {
      throw new IllegalArgumentException("an empty line");
    }
    String[][] rows;
    try (var values = reader.<String[]>readValues(line)) {
      rows = values.readAll().toArray(String[][]::new);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int count = rows.length == 1 ? rows[0].length : 0;
    if (count != FIELDS) {
      throw new IllegalArgumentException("there are " + count + " fields in place of " + FIELDS);
    }
    return rows[0];
  }

  private static @Nullable String present(String field) {
    return field.isEmpty() ? null : field;
  }

  private static @Nullable Long space(@Nullable String field) {
    try {
      return field == null ? null : Long.parseUnsignedLong(field);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          FindingFields.INDEX_SPACE + " is a whole number from 0 to 2^64 - 1", e);
    }
  }

  private static long @Nullable [] indexes(@Nullable String field) {
    try {
      return field == null
          ? null
          : Arrays.stream(field.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "amount indexes are whole numbers below 2^63 with one space between", e);
    }
  }

  private static double @Nullable [] probabilities(@Nullable String field) {
    try {
      return field == null
          ? null
          : Arrays.stream(field.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("probabilities are numbers with one space between", e);
    }
  }
}
