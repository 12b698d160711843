package org.ringlight.cli.contrast;

import java.util.List;
import java.util.Locale;

/** Tables and text of a page in Markdown, in which nothing that is shown is taken for a mark. */
final class MarkdownTable {

  private MarkdownTable() {}

  /** A table with a line of names. */
  static String of(List<String> names, List<List<String>> rows) {
    StringBuilder table = new StringBuilder(line(names));
    table.append("|---:".repeat(names.size())).append("|\n");
    rows.forEach(row -> table.append(line(row)));
    return table.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells.stream().map(MarkdownTable::plain).toList()) + " |\n";
  }

  /** Text that reads as it is. */
  static String plain(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1");
  }

  static String figure(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }

  static String share(double value) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * value);
  }
}
