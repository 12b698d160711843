package org.ringlight.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows as a table, for a page and for a terminal: the first ones, and how many more there are. */
final class Tabular {

  static final int SHOWN = 100;

  private Tabular() {}

  static String html(Rows rows) {
    StringBuilder html = new StringBuilder("<table><thead><tr>");
    for (int column = 0; column < rows.columns().size(); column++) {
      html.append("<th").append(side(rows, 0, column)).append('>');
      html.append(escaped(rows.columns().get(column))).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    List<List<String>> shown = rows.shown();
    for (int i = 0; i < Math.min(SHOWN, shown.size()); i++) {
      html.append("<tr>");
      for (int column = 0; column < rows.columns().size(); column++) {
        html.append("<td").append(side(rows, i, column)).append('>');
        html.append(escaped(shown.get(i).get(column))).append("</td>");
      }
      html.append("</tr>");
    }
    html.append("</tbody></table>");
    String rest = rest(rows);
    return rest.isEmpty() ? html.toString() : html + "<p>" + rest + "</p>";
  }

  /** Numbers end below each other, all else begins so. */
  private static String side(Rows rows, int row, int column) {
    boolean number =
        row < rows.cells().size() && rows.cells().get(row).get(column) instanceof Number;
    return number ? " style=\"text-align:right\"" : " style=\"text-align:left\"";
  }

  static String text(Rows rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(rows.columns());
    lines.addAll(rows.shown().subList(0, Math.min(SHOWN, rows.cells().size())));
    int[] widths = new int[rows.columns().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("─".repeat(width));
    }
    lines.add(1, Collections.unmodifiableList(rules));
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        padded.append(i == 0 ? "" : "  ").append(line.get(i));
        padded.append(" ".repeat(widths[i] - line.get(i).length()));
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text + rest(rows);
  }

  private static String rest(Rows rows) {
    int more = rows.cells().size() - SHOWN;
    if (!rows.complete()) {
      return "… and more than " + (Rows.MOST - SHOWN) + " more rows; let the query count";
    }
    return more > 0 ? "… and " + more + " more rows" : "";
  }

  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
