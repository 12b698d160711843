package org.ringlight.cli.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints one thing with its parts as Markdown: a list of what is single, a table of each list. */
public final class MarkdownPrinter {

  private final PrintWriter out;

  public MarkdownPrinter(PrintWriter out) {
    this.out = out;
  }

  public void print(ObjectNode document) {
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      if (!field.getValue().isArray()) {
        out.println("- " + words(field.getKey()) + ": " + cell(field.getValue()));
      }
    }
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      if (field.getValue().isArray() && !field.getValue().isEmpty()) {
        out.println();
        String title = words(field.getKey());
        out.println("## " + Character.toUpperCase(title.charAt(0)) + title.substring(1));
        out.println();
        table(field.getValue());
      }
    }
    out.flush();
  }

  private void table(JsonNode rows) {
    List<String> names = new ArrayList<>();
    rows.get(0).fieldNames().forEachRemaining(names::add);
    line(names.stream().map(MarkdownPrinter::words).toList());
    line(names.stream().map(name -> "---").toList());
    for (JsonNode row : rows) {
      line(names.stream().map(name -> cell(row.path(name))).toList());
    }
  }

  private void line(List<String> cells) {
    out.println("| " + String.join(" | ", cells) + " |");
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }

  /** What comes from outside is shown as text: no markup of its own, no second line. */
  private static String cell(JsonNode value) {
    return value.asText().replaceAll("\\R", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|!])", "\\\\$1");
  }
}
