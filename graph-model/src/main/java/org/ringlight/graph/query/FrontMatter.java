package org.ringlight.graph.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;

/**
 * Reads the comment lines at the head of a query's file: {@code // key: text}, continued by lines
 * with three spaces after the slashes.
 *
 * <pre>
 * // title: Members of a ring
 * // question: Which outputs stand in this ring?
 * // param key_image (key-image): the ring
 * // param limit (integer 1..10000, default 100): most rows
 * // column member: the output, SPACE:INDEX
 * // cost: one index look-up and the members
 * </pre>
 */
final class FrontMatter {

  private static final Pattern ENTRY =
      Pattern.compile(
          "// (title|question|cost|param|column)(?: ([a-z_]\\w*))?(?: \\((.+?)\\))?: (.+)");
  private static final Pattern CONTINUED = Pattern.compile("// {3}(\\S.*)");
  private static final Pattern TYPE =
      Pattern.compile("([a-z -]+?)(?: (-?\\d{1,18})\\.\\.(-?\\d{1,18})?)?(?:, default (.+))?");

  private final String file;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<QueryParameter> parameters = new ArrayList<>();
  private final List<QueryColumn> columns = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private @Nullable Matcher open;
  private int openLine;
  private final StringBuilder said = new StringBuilder();

  FrontMatter(String file) {
    this.file = file;
  }

  void line(int number, String line) {
    Matcher continued = CONTINUED.matcher(line);
    if (open != null && continued.matches()) {
      said.append(' ').append(continued.group(1));
      return;
    }
    close();
    Matcher entry = ENTRY.matcher(line);
    if (!entry.matches()) {
      throw invalid(
          number,
          "No line of front matter: " + ParameterType.shown(line),
          "it is // title:, // question:, // param NAME (TYPE):, // column NAME: or // cost:");
    }
    open = entry;
    openLine = number;
    said.append(entry.group(4));
  }

  void end(int number) {
    close();
    for (String key : List.of("title", "question", "cost")) {
      if (!texts.containsKey(key)) {
        throw invalid(number, "No " + key, "add the line // " + key + ": …");
      }
    }
    if (columns.isEmpty()) {
      throw invalid(number, "No columns", "add a line // column NAME: … for each of RETURN");
    }
  }

  String text(String key) {
    return texts.getOrDefault(key, "");
  }

  List<QueryParameter> parameters() {
    return parameters;
  }

  List<QueryColumn> columns() {
    return columns;
  }

  private void close() {
    Matcher entry = open;
    if (entry == null) {
      return;
    }
    String key = entry.group(1);
    String name = entry.group(2);
    boolean named = key.equals("param") || key.equals("column");
    if (named != (name != null) || (entry.group(3) != null && !key.equals("param"))) {
      throw invalid(openLine, "No " + key, "see docs/reference/queries.md for the form");
    }
    if (!seen.add(key + " " + name)) {
      throw invalid(openLine, "A second " + (named ? key + " " + name : key), "drop one of them");
    }
    String text = said.toString().strip();
    switch (key) {
      case "param" -> parameters.add(parameter(String.valueOf(name), entry.group(3), text));
      case "column" -> columns.add(new QueryColumn(String.valueOf(name), text));
      default -> texts.put(key, text);
    }
    open = null;
    said.setLength(0);
  }

  private QueryParameter parameter(String name, @Nullable String declared, String meaning) {
    Matcher type = TYPE.matcher(declared == null ? "" : declared);
    Optional<ParameterType> known =
        type.matches() ? ParameterType.named(type.group(1)) : Optional.empty();
    if (known.isEmpty() || (type.group(2) != null && known.get() != ParameterType.INTEGER)) {
      throw invalid(
          openLine,
          "Parameter " + name + " has no type that is known",
          "write such as // param " + name + " (integer 1..100, default 10): …");
    }
    QueryParameter parameter =
        new QueryParameter(
            name,
            known.get(),
            type.group(2) == null ? 0 : Long.parseLong(type.group(2)),
            type.group(3) == null ? Long.MAX_VALUE : Long.parseLong(type.group(3)),
            type.group(4),
            meaning);
    parameter.ifAbsent().ifPresent(value -> parameter.value(file + ":" + openLine, value));
    return parameter;
  }

  private DataInvalid invalid(int line, String what, String whatToDo) {
    return new DataInvalid(what, file + ":" + line, whatToDo);
  }
}
