package org.ringlight.cli.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringlight.cli.format.DocumentPrinter;
import org.ringlight.cli.format.Format;
import org.ringlight.cli.format.MarkdownPrinter;
import org.ringlight.truth.evaluate.Evaluated;

/** Prints scores. */
public final class ScorePrinter {

  /** What names a row, in the order of the CSV's columns. */
  private static final List<String> NAMES =
      List.of("heuristic", "version", "parameters", "guarantee", "claim", "group", "other", "bin");

  private final PrintWriter out;

  public ScorePrinter(PrintWriter out) {
    this.out = out;
  }

  public void print(Evaluated scores, ScoreFormat format) {
    switch (format) {
      case TABLE -> new DocumentPrinter(out).print(ScorePage.of(scores), Format.TABLE);
      case MD -> new MarkdownPrinter(out).print(ScorePage.of(scores));
      case JSON -> new DocumentPrinter(out).print(ScoreDocument.of(scores), Format.JSON);
      case CSV -> csv(ScoreDocument.of(scores));
    }
    out.flush();
  }

  /** One figure a line: its section, what names its row, its own name, its value. */
  private void csv(ObjectNode document) {
    CsvSchema.Builder columns = CsvSchema.builder();
    Stream.of(Stream.of("section"), NAMES.stream(), Stream.of("figure", "value"))
        .flatMap(names -> names)
        .forEach(columns::addColumn);
    CsvMapper mapper =
        CsvMapper.csvBuilder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();
    try (SequenceWriter lines =
        mapper.writer(columns.build().withHeader().withLineSeparator("\n")).writeValues(out)) {
      for (Map.Entry<String, JsonNode> section : document.properties()) {
        if (section.getValue().isArray()) {
          for (JsonNode row : section.getValue()) {
            figures(lines, section.getKey(), row);
          }
        } else {
          line(lines, "chain", Optional.empty(), section.getKey(), section.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void figures(SequenceWriter lines, String section, JsonNode row)
      throws IOException {
    for (Map.Entry<String, JsonNode> figure : row.properties()) {
      if (!NAMES.contains(figure.getKey())) {
        line(lines, section, Optional.of(row), figure.getKey(), figure.getValue());
      }
    }
  }

  private static void line(
      SequenceWriter lines, String section, Optional<JsonNode> row, String figure, JsonNode value)
      throws IOException {
    Stream<String> names =
        NAMES.stream().map(name -> row.map(of -> of.path(name).asText()).orElse(""));
    lines.write(
        Stream.of(
                Stream.of(section), names, Stream.of(figure, value.isNull() ? "" : value.asText()))
            .flatMap(cells -> cells)
            .toArray(String[]::new));
  }
}
