package org.ringlight.cli.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prints one thing with its parts: as JSON, or for people as {@code name value} lines followed by a
 * table for every list in it.
 */
public final class DocumentPrinter {

  private final PrintWriter out;

  public DocumentPrinter(PrintWriter out) {
    this.out = out;
  }

  public void print(ObjectNode document, Format format) {
    switch (format) {
      case JSON -> json(document, true);
      case JSONL -> json(document, false);
      case TABLE, CSV -> text(document);
    }
    out.flush();
  }

  private void json(ObjectNode document, boolean indented) {
    try {
      ObjectMapper mapper = new ObjectMapper();
      out.println(
          indented
              ? mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document)
              : mapper.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void text(ObjectNode document) {
    int width = 0;
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      width = isTable(field.getValue()) ? width : Math.max(width, field.getKey().length());
    }
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      if (!isTable(field.getValue())) {
        String name = field.getKey().replace('_', ' ');
        out.println(name + " ".repeat(width - name.length() + 2) + text(field.getValue()));
      }
    }
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      if (isTable(field.getValue())) {
        out.println();
        out.println(field.getKey().replace('_', ' ') + ":");
        table(field.getValue());
      }
    }
  }

  private static boolean isTable(JsonNode node) {
    return node.isArray() && !node.isEmpty() && node.get(0).isObject();
  }

  private void table(JsonNode rows) {
    List<String> names = new ArrayList<>();
    rows.get(0).fieldNames().forEachRemaining(names::add);
    List<String> heads = names.stream().map(name -> name.replace('_', ' ')).toList();
    try (TextTable table = new TextTable(out, heads)) {
      for (JsonNode row : rows) {
        table.add(names.stream().map(name -> text(row.path(name))).toList());
      }
    }
  }

  private static String text(JsonNode node) {
    if (node.isArray()) {
      List<String> elements = new ArrayList<>();
      node.forEach(element -> elements.add(text(element)));
      return String.join(", ", elements);
    }
    return node.isNull() || node.isMissingNode() ? "-" : node.asText();
  }
}
