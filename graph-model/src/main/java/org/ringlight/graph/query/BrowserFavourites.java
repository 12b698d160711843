package org.ringlight.graph.query;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The library as saved scripts of Neo4j Browser 5. Dropped on its window, a zip becomes one script
 * for each {@code .cypher} file in it, in a folder of the folder's name, and a script is shown by
 * its first line without the slashes (neo4j-browser src/browser/components/FileDrop and
 * SavedScripts/utils.ts); a single file can be dropped too.
 */
public final class BrowserFavourites {

  private static final String FOLDER = "Ringlight";

  private BrowserFavourites() {}

  /**
   * Writes all of {@code queries} as one zip, the same bytes for the same queries.
   *
   * @throws IOException where {@code out} cannot be written; it is not closed
   */
  public static void zip(List<NamedQuery> queries, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (NamedQuery query : queries) {
      ZipEntry entry = new ZipEntry(FOLDER + "/" + query.name() + QueryFile.SUFFIX);
      entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      zip.write(script(query).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.finish();
  }

  /** A query as a saved script: its title, its question, how to set its parameters, and it. */
  public static String script(NamedQuery query) {
    String head = "// " + query.title() + "\n// " + query.question() + "\n";
    return head + parameters(query) + query.browserText() + "\n";
  }

  private static String parameters(NamedQuery query) {
    return query.parameters().isEmpty()
        ? ""
        : "// Run this first, with values of your own:\n// " + parameterCommand(query) + "\n";
  }

  /** Browser's command that sets the parameters: by Cypher, as JSON would make integers FLOAT. */
  private static String parameterCommand(NamedQuery query) {
    String names =
        query.parameters().stream().map(QueryParameter::name).collect(Collectors.joining(", "));
    return ":param [" + names + "] => {" + examples(query) + "}";
  }

  /** The statement that makes a value for each parameter. */
  static String examples(NamedQuery query) {
    return query.parameters().stream()
        .map(parameter -> literal(parameter) + " AS " + parameter.name())
        .collect(Collectors.joining(", ", "RETURN ", ""));
  }

  private static String literal(QueryParameter parameter) {
    Object value =
        parameter.type().parse(parameter.example()).orElseThrow(IllegalStateException::new);
    return CypherLiteral.of(value);
  }
}
