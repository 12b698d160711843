package org.ringlight.graph.query;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;

/**
 * The queries that can be run by name: those that come with Ringlight, and a folder of one's own.
 * Immutable.
 */
public final class QueryLibrary {

  private static final String LIST = "queries.txt";
  private static final int MAX_OWN = 1000;

  private final Map<String, NamedQuery> queries;

  private QueryLibrary(Map<String, NamedQuery> queries) {
    this.queries = Collections.unmodifiableMap(queries);
  }

  /** The queries that come with Ringlight; {@code queries.txt} beside them lists their names. */
  public static QueryLibrary bundled() {
    Map<String, NamedQuery> queries = new TreeMap<>();
    for (String name : resource(LIST).lines().toList()) {
      String file = name + QueryFile.SUFFIX;
      queries.put(name, QueryFile.parse(name, file, resource(file)));
    }
    return new QueryLibrary(queries);
  }

  /**
   * These queries and those of {@code folder}: each file {@code NAME.cypher} in it is one; hidden
   * files and other files are passed over.
   *
   * @throws ConfigurationInvalid where there is no such folder
   * @throws DataInvalid where a file is no query, too large, or has a name that is taken
   */
  public QueryLibrary with(Path folder) {
    Map<String, NamedQuery> all = new TreeMap<>(queries);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + QueryFile.SUFFIX)) {
      for (Path file : files) {
        if (Files.isHidden(file)) {
          continue;
        }
        NamedQuery query = own(file);
        if (all.putIfAbsent(query.name(), query) != null) {
          throw new DataInvalid(
              "There is a query '" + query.name() + "' already",
              file.toString(),
              "rename the file");
        }
        if (all.size() - queries.size() > MAX_OWN) {
          throw new DataInvalid(
              "More than " + MAX_OWN + " queries", folder.toString(), "remove some of them");
        }
      }
    } catch (IOException e) {
      throw new ConfigurationInvalid(
          "The folder of queries cannot be read", folder.toString(), "name one that exists", e);
    }
    return new QueryLibrary(all);
  }

  /** All of them, by name. */
  public List<NamedQuery> queries() {
    return List.copyOf(queries.values());
  }

  /**
   * The query called {@code name}.
   *
   * @throws ConfigurationInvalid where there is none
   */
  public NamedQuery query(String name) {
    NamedQuery query = queries.get(name);
    if (query == null) {
      throw new ConfigurationInvalid(
          "There is no query " + ParameterType.shown(name),
          "query",
          "choose one of " + String.join(", ", queries.keySet()));
    }
    return query;
  }

  private static NamedQuery own(Path file) throws IOException {
    String fileName = String.valueOf(file.getFileName());
    String name = fileName.substring(0, fileName.length() - QueryFile.SUFFIX.length());
    if (!QueryFile.isName(name)) {
      throw new DataInvalid(
          "No name of a query: " + ParameterType.shown(name),
          file.toString(),
          "use at most 64 lower-case letters and digits, in words joined by hyphens");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(QueryFile.MAX_BYTES + 1);
    }
    if (bytes.length > QueryFile.MAX_BYTES) {
      throw new DataInvalid(
          "Larger than " + QueryFile.MAX_BYTES + " bytes", file.toString(), "split the query");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return QueryFile.parse(name, file.toString(), text);
    } catch (CharacterCodingException e) {
      throw new DataInvalid("Not UTF-8", file.toString(), "save it as UTF-8", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = QueryLibrary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not beside " + QueryLibrary.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
