package org.ringlight.cli.bitcoin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.cli.format.DocumentPrinter;
import org.ringlight.cli.format.Format;
import org.ringlight.cli.format.RowPrinter;

/**
 * What a command has to say, as lists of like rows with a head of single values: a page or a JSON
 * document of all of it, or one of the lists as CSV or lines of JSON.
 */
final class Sections {

  private final ObjectNode head = JsonNodeFactory.instance.objectNode();
  private final Map<String, ArrayNode> lists = new LinkedHashMap<>();
  private final Map<String, List<String>> columns = new LinkedHashMap<>();

  /** Where single values are put. */
  ObjectNode head() {
    return head;
  }

  /** Begins a list. */
  ArrayNode list(String name, String... names) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    lists.put(name, rows);
    columns.put(name, List.of(names));
    return rows;
  }

  /** The names of the lists. */
  List<String> names() {
    return List.copyOf(lists.keySet());
  }

  /**
   * Prints.
   *
   * @param lined the list that is printed where only one can be
   */
  void print(PrintWriter out, Format format, String lined) {
    switch (format) {
      case TABLE, JSON -> {
        lists.forEach(head::set);
        new DocumentPrinter(out).print(head, format);
      }
      case CSV, JSONL -> {
        List<String> names = columns.getOrDefault(lined, List.of());
        try (RowPrinter rows = RowPrinter.of(out, format, names)) {
          for (JsonNode row : lists.getOrDefault(lined, JsonNodeFactory.instance.arrayNode())) {
            List<JsonNode> cells = new ArrayList<>();
            for (String name : names) {
              cells.add(row.has(name) ? row.get(name) : JsonNodeFactory.instance.nullNode());
            }
            rows.add(cells);
          }
        }
      }
    }
  }
}
