package org.ringlight.cli.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Prints rows as they come, whatever their number. Close it, so that what ends them is printed. */
public abstract sealed class RowPrinter implements AutoCloseable {

  final PrintWriter out;
  final List<String> names;
  private long count;

  private RowPrinter(PrintWriter out, List<String> names) {
    this.out = out;
    this.names = List.copyOf(names);
  }

  /** Prints rows with columns of these names, no two the same, in {@code format}. */
  public static RowPrinter of(PrintWriter out, Format format, List<String> names) {
    return switch (format) {
      case TABLE -> new AsTable(out, names);
      case CSV -> new AsCsv(out, names);
      case JSON -> new AsJson(out, names, "[", ",", "]");
      case JSONL -> new AsJson(out, names, "", "", "");
    };
  }

  /** Prints a row, a cell for each name. */
  public final void add(List<JsonNode> cells) {
    try {
      print(cells, count == 0);
      count++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many rows there were. */
  public final long count() {
    return count;
  }

  /** Whether nobody takes them any more; asked now and then only. */
  public final boolean isInVain() {
    return count % 1000 == 999 && out.checkError();
  }

  abstract void print(List<JsonNode> cells, boolean first) throws IOException;

  abstract void end() throws IOException;

  @Override
  public final void close() {
    try {
      end();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(JsonNode cell) {
    return cell.isNull() ? "" : cell.isValueNode() ? cell.asText() : cell.toString();
  }

  private static final class AsTable extends RowPrinter {
    private final TextTable table;

    AsTable(PrintWriter out, List<String> names) {
      super(out, names);
      this.table = new TextTable(out, names);
    }

    @Override
    void print(List<JsonNode> cells, boolean first) {
      table.add(cells.stream().map(RowPrinter::text).toList());
    }

    @Override
    void end() {
      table.close();
    }
  }

  private static final class AsCsv extends RowPrinter {
    private final CsvGenerator csv;
    private boolean any;

    AsCsv(PrintWriter out, List<String> names) {
      super(out, names);
      CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
      names.forEach(schema::addColumn);
      CsvMapper mapper = new CsvMapper();
      mapper.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      try {
        csv = mapper.getFactory().createGenerator(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      csv.setSchema(schema.build());
    }

    @Override
    void print(List<JsonNode> cells, boolean first) throws IOException {
      any = true;
      csv.writeStartArray();
      for (JsonNode cell : cells) {
        csv.writeString(text(cell));
      }
      csv.writeEndArray();
    }

    @Override
    void end() throws IOException {
      csv.close();
      if (!any) {
        out.println(String.join(",", names));
      }
    }
  }

  private static final class AsJson extends RowPrinter {
    private final ObjectMapper mapper = new ObjectMapper();
    private final String between;
    private final String after;

    AsJson(PrintWriter out, List<String> names, String before, String between, String after) {
      super(out, names);
      this.between = between;
      this.after = after;
      out.print(before);
    }

    @Override
    void print(List<JsonNode> cells, boolean first) {
      ObjectNode row = mapper.createObjectNode();
      for (int i = 0; i < cells.size(); i++) {
        row.set(names.get(i), cells.get(i));
      }
      out.print(first ? "" : between);
      out.print(row);
      out.print('\n');
    }

    @Override
    void end() {
      if (!after.isEmpty()) {
        out.println(after);
      }
    }
  }
}
