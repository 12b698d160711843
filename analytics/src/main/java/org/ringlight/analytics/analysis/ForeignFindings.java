package org.ringlight.analytics.analysis;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ringlight.analytics.deduce.Conclusion;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.finding.HeuristicId;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/** The findings of a {@link ForeignCascade}, as Parquet files in a folder. */
final class ForeignFindings implements AutoCloseable {

  private static final String ALL =
      """
      SELECT claim, heuristic, lower(hex(key_image)), index_space, amount_indexes,
        list_transform(public_keys, k -> lower(hex(k))),
        list_transform(rests_on, k -> lower(hex(k))), depth, height
      FROM findings ORDER BY ring_id, place\
      """;

  private static final String RESOLVED =
      "SELECT heuristic, count(*) FROM findings WHERE claim <> 'member_eliminated' GROUP BY ALL";

  private static final String NARROWED =
      """
      SELECT count(*) FROM (
        SELECT ring_id FROM findings GROUP BY ring_id
        HAVING bool_and(claim = 'member_eliminated'))\
      """;

  private final Connection connection;

  /** Takes a finding, with the keys of the outputs that it names. */
  interface Sink {
    void accept(Conclusion conclusion, List<PublicKey> publicKeys);
  }

  private ForeignFindings(Connection connection) {
    this.connection = connection;
  }

  static ForeignFindings open(Path folder) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      String files = folder.toAbsolutePath().toString().replace("'", "''") + "/*.parquet";
      statement.execute("CREATE VIEW findings AS SELECT * FROM read_parquet('" + files + "')");
      return new ForeignFindings(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Gives them in chain order. */
  void forEach(Sink sink) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ALL)) {
      while (rows.next()) {
        KeyImage image = KeyImage.parse(rows.getString(3));
        BigDecimal space = rows.getBigDecimal(4);
        long[] outputs = Arrays.stream(list(rows, 5)).mapToLong(Long::parseLong).toArray();
        Finding finding =
            new Finding(
                heuristic(rows.getString(2)),
                Guarantee.PROVEN,
                claim(rows.getString(1), image, space.longValue(), outputs));
        List<KeyImage> restsOn = Arrays.stream(list(rows, 7)).map(KeyImage::parse).toList();
        sink.accept(
            new Conclusion(finding, restsOn, List.of(), rows.getInt(8), rows.getInt(9)),
            Arrays.stream(list(rows, 6)).map(PublicKey::parse).toList());
      }
    }
  }

  private static HeuristicId heuristic(String name) {
    return Arrays.stream(Rule.values())
        .map(Rule::heuristic)
        .filter(id -> id.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rule is called " + name));
  }

  private static String[] list(ResultSet rows, int column) throws SQLException {
    Object[] values = (Object[]) rows.getArray(column).getArray();
    return Arrays.stream(values).map(String::valueOf).toArray(String[]::new);
  }

  private static Claim claim(String kind, KeyImage image, long space, long[] outputs) {
    return switch (Claim.Kind.valueOf(kind.toUpperCase(Locale.ROOT))) {
      case RING_RESOLVED -> new Claim.RingResolved(image, new OutputName(space, outputs[0]));
      case RING_NARROWED -> new Claim.RingNarrowed(image, space, outputs);
      case MEMBER_ELIMINATED ->
          new Claim.MemberEliminated(image, new OutputName(space, outputs[0]));
      case OUTPUT_SPENT, CLOSED_SET, WEIGHTS ->
          throw new IllegalArgumentException("no cascade says " + kind);
    };
  }

  /** How many rings each heuristic resolved. */
  Map<String, Long> resolved() throws SQLException {
    Map<String, Long> resolved = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(RESOLVED)) {
      while (rows.next()) {
        resolved.put(rows.getString(1), rows.getLong(2));
      }
    }
    return resolved;
  }

  /** How many rings lost members and are not resolved. */
  long narrowed() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(NARROWED)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
