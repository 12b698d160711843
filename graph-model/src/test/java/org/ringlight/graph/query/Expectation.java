package org.ringlight.graph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a query must answer on the mini chain, as written by hand in {@code NAME.expected}: words
 * that say why, lines {@code parameter = value}, an empty line, and the rows with bars between
 * their cells, a dash where a cell is absent. {@code ---} stands between cases.
 */
record Expectation(Map<String, String> parameters, List<String> rows) {

  private static final Pattern PARAMETER = Pattern.compile("([a-z_]+) = (.+)");

  static List<Expectation> of(NamedQuery query) {
    String text = Planted.resolve(Planted.resource(query.name() + ".expected"));
    return Stream.of(text.split("(?m)^---\n", -1)).map(Expectation::parse).toList();
  }

  private static Expectation parse(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> rows = new ArrayList<>();
    boolean answered = false;
    for (String line : text.lines().toList()) {
      Matcher parameter = PARAMETER.matcher(line);
      if (answered && !line.isBlank()) {
        rows.add(
            String.join(
                " | ", Stream.of(line.split(" \\| ", -1)).map(Expectation::written).toList()));
      } else if (parameter.matches()) {
        parameters.put(parameter.group(1), parameter.group(2));
      } else {
        answered |= line.isBlank() && !parameters.isEmpty();
      }
    }
    return new Expectation(parameters, rows);
  }

  private static String written(String cell) {
    return cell.matches("\\d+\\.\\d+") ? Cell.text(Double.valueOf(cell)) : cell;
  }
}
