package org.ringlight.lake.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * What may be asked of a connection of {@link Sql} by somebody else: queries, and nothing that
 * writes. DuckDB prepares a text of several statements by running all but the last of them, and
 * lets {@code COPY} write over the files it may read; so a text is taken apart by DuckDB's own
 * parser first.
 */
public final class Query {

  private static final Pattern EXPLAIN =
      Pattern.compile("^\\s*explain\\s+(analyze\\s+)?", Pattern.CASE_INSENSITIVE);
  private static final String SERIALIZED = "SELECT json_serialize_sql(CAST(? AS VARCHAR))";
  private static final String ONE_SELECT = "{\"error\":false";
  private static final String SYNTAX_ERROR = "\"error_type\":\"parser\"";

  private Query() {}

  /**
   * Prepares one query.
   *
   * @throws SQLException where {@code text} is not one, or does not fit the tables
   */
  public static PreparedStatement prepare(Connection connection, String text) throws SQLException {
    boolean explained = EXPLAIN.matcher(text).lookingAt();
    try (PreparedStatement parser = connection.prepareStatement(SERIALIZED)) {
      parser.setString(1, EXPLAIN.matcher(text).replaceFirst(""));
      try (ResultSet parsed = parser.executeQuery()) {
        parsed.next();
        String tree = parsed.getString(1);
        // what DuckDB cannot parse it cannot run either, and says so better; not so behind EXPLAIN
        boolean harmless =
            tree.startsWith(ONE_SELECT) || (!explained && tree.contains(SYNTAX_ERROR));
        if (!harmless) {
          throw new SQLException(
              "Only queries are answered: SELECT, WITH, FROM, DESCRIBE, SHOW, SUMMARIZE, EXPLAIN");
        }
      }
    }
    return connection.prepareStatement(text);
  }
}
