package org.ringlight.graph.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;

/**
 * A CSV file of labels with the header {@value #HEADER}, read line by line. The subject is as
 * {@link GraphLabel.Subject#parse} reads it.
 */
public final class LabelFile {

  static final String HEADER = "subject,label,category,confidence,source";

  private static final int LONGEST_FIELD = 10_000;
  private static final int FIELDS = 5;

  private LabelFile() {}

  /**
   * Hands every label of {@code file} to {@code labels}.
   *
   * @throws DataInvalid where a line is no label; says which
   */
  public static void read(Path file, Consumer<GraphLabel> labels) {
    CsvMapper mapper =
        CsvMapper.builder(
                CsvFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxStringLength(LONGEST_FIELD).build())
                    .build())
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build();
    long line = 1;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        MappingIterator<String[]> rows = mapper.readerFor(String[].class).readValues(reader)) {
      if (!rows.hasNextValue() || !HEADER.equals(String.join(",", rows.nextValue()))) {
        throw new DataInvalid(
            "this is no file of labels", file.toString(), "its first line is " + HEADER);
      }
      while (rows.hasNextValue()) {
        line++;
        labels.accept(label(List.of(rows.nextValue())));
      }
    } catch (JsonProcessingException | IllegalArgumentException | CharacterCodingException e) {
      throw new DataInvalid(
          "no label: " + e.getMessage(),
          file + ", row " + line,
          "see docs/how-to/ask-the-graph.md",
          e);
    } catch (IOException e) {
      throw new ConfigurationInvalid(
          "the file cannot be read: " + e, file.toString(), "check its name and its rights", e);
    }
  }

  private static GraphLabel label(List<String> fields) {
    if (fields.size() != FIELDS) {
      throw new IllegalArgumentException(fields.size() + " fields, not " + FIELDS);
    }
    return new GraphLabel(
        GraphLabel.Subject.parse(fields.get(0)),
        fields.get(1),
        fields.get(2),
        Integer.parseInt(fields.get(3)),
        fields.get(4));
  }
}
