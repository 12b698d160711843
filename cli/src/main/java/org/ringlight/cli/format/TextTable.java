package org.ringlight.cli.format;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Aligned columns. The widths are those of the first thousand rows; a later, wider cell is printed
 * whole and its line is out of line. For one thread.
 */
public final class TextTable implements AutoCloseable {

  private static final int SAMPLE = 1000;

  /** What a terminal obeys instead of showing it; cells may come from outside. */
  private static final Pattern CODES = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

  private final PrintWriter out;
  private final int[] widths;
  private final List<List<String>> waiting = new ArrayList<>();
  private boolean started;

  public TextTable(PrintWriter out, List<String> heads) {
    this.out = out;
    this.widths = new int[heads.size()];
    waiting.add(heads);
  }

  public void add(List<String> cells) {
    waiting.add(cells);
    if (started || waiting.size() > SAMPLE) {
      flush();
    }
  }

  private void flush() {
    if (!started) {
      waiting.forEach(this::widen);
    }
    for (List<String> row : waiting) {
      line(row);
      if (!started) {
        line(rules());
        started = true;
      }
    }
    waiting.clear();
  }

  private void widen(List<String> row) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], row.get(i).length());
    }
  }

  private List<String> rules() {
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("─".repeat(width));
    }
    return rules;
  }

  private void line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = CODES.matcher(cells.get(i)).replaceAll("?");
      line.append(i == 0 ? "" : "  ").append(cell);
      line.append(" ".repeat(Math.max(0, widths[i] - cell.length())));
    }
    out.println(line.toString().stripTrailing());
  }

  @Override
  public void close() {
    flush();
  }
}
