package org.ringlight.graph.query;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringlight.failure.DataInvalid;

/**
 * Reads a {@code .cypher} file: {@link FrontMatter}, one statement, and after a line {@code //
 * browser:} perhaps a variant of it for Neo4j Browser. What does not fit is refused with the line.
 */
final class QueryFile {

  static final String SUFFIX = ".cypher";

  /** Largest file, in bytes. */
  static final int MAX_BYTES = 64 * 1024;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int MAX_NAME = 64;
  private static final String BROWSER = "// browser:";
  private static final Pattern USED = Pattern.compile("\\$([A-Za-z_]\\w*)");
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);

  private QueryFile() {}

  /** Whether {@code name} can be a query's. */
  static boolean isName(String name) {
    return name.length() <= MAX_NAME && NAME.matcher(name).matches();
  }

  /**
   * The query of a file.
   *
   * @param file what to call it in messages
   * @throws DataInvalid where it is not one, with its line
   */
  static NamedQuery parse(String name, String file, String text) {
    List<String> lines = text.lines().toList();
    FrontMatter head = new FrontMatter(file);
    int body = 0;
    while (body < lines.size() && lines.get(body).startsWith("//")) {
      head.line(body + 1, lines.get(body));
      body++;
    }
    head.end(body + 1);
    int variant = lines.indexOf(BROWSER);
    String statement = join(lines, body, variant < 0 ? lines.size() : variant);
    String forBrowser = variant < 0 ? statement : join(lines, variant + 1, lines.size());
    checkStatement(head, file, body + 1, statement);
    if (variant >= 0) {
      checkStatement(head, file, variant + 1, forBrowser);
    }
    requireUse(head, file, body + 1, statement);
    return new NamedQuery(
        name,
        head.text("title"),
        head.text("question"),
        head.parameters(),
        head.columns(),
        head.text("cost"),
        statement,
        forBrowser);
  }

  private static String join(List<String> lines, int from, int to) {
    return String.join("\n", lines.subList(from, to)).strip();
  }

  private static void checkStatement(FrontMatter head, String file, int line, String statement) {
    String code = NOT_CODE.matcher(statement).replaceAll(" ");
    if (code.isBlank()) {
      throw new DataInvalid("No statement", file + ":" + line, "write one below the front matter");
    }
    if (code.contains(";")) {
      throw new DataInvalid(
          "A semicolon", file + ":" + line, "write one statement, without a semicolon at its end");
    }
    Set<String> unknown = used(code);
    head.parameters().forEach(parameter -> unknown.remove(parameter.name()));
    if (!unknown.isEmpty()) {
      throw new DataInvalid(
          "The statement uses parameters that are not declared: " + unknown,
          file + ":" + line,
          "add // param lines for them");
    }
  }

  private static void requireUse(FrontMatter head, String file, int line, String statement) {
    Set<String> used = used(NOT_CODE.matcher(statement).replaceAll(" "));
    for (QueryParameter parameter : head.parameters()) {
      if (!used.contains(parameter.name())) {
        throw new DataInvalid(
            "The statement does not use parameter " + parameter.name(),
            file + ":" + line,
            "use it or drop its // param line");
      }
    }
  }

  private static Set<String> used(String code) {
    return USED.matcher(code)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
