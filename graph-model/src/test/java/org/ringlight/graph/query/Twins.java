package org.ringlight.graph.query;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;

/**
 * The queries' twins in SQL, over the tables of the mini chain: {@code NAME.sql}, with the same
 * parameters, over the views below.
 */
final class Twins implements AutoCloseable {

  private static final Pattern PARAMETER = Pattern.compile("\\$([a-z_]+)");

  private static final String VIEWS =
      """
      CREATE VIEW tx AS SELECT tx_id, lhex(hash) AS hash, height, index_in_block, coinbase, version, rct_type, fee, weight,
        input_count, output_count, lhex(payment_id) AS payment_id, payment_id_kind FROM xmr.transactions;
      CREATE VIEW ring AS SELECT ring_id, tx_id, height, input_index, lhex(key_image) AS key_image FROM xmr.rings;
      CREATE VIEW output AS SELECT output_id, tx_id, height, index_in_tx, index_space || ':' || amount_index AS name, value,
        lhex(public_key) AS public_key FROM xmr.outputs;
      CREATE VIEW member AS SELECT ring_id, output_id, position FROM xmr.memberships;
      CREATE VIEW step AS SELECT DISTINCT o.tx_id AS from_tx, r.tx_id AS to_tx
        FROM output o JOIN member m USING (output_id) JOIN ring r USING (ring_id);
      CREATE VIEW btc_tx AS SELECT tx_id, lhex(hash) AS hash, height, index_in_block, input_count, output_count
        FROM btc.transactions;
      CREATE VIEW btc_in AS SELECT i.tx_id, i.input_index, i.output_id, i.value, i.script_type, a.address
        FROM btc.inputs i LEFT JOIN btc.addresses a USING (address_id);
      CREATE VIEW btc_out AS SELECT o.output_id, o.tx_id, o.index_in_tx, o.value, o.script_type, a.address,
        lhex(t.hash) || ':' || o.index_in_tx AS name, s.tx_id AS spent_by
        FROM btc.outputs o JOIN btc.transactions t USING (tx_id) LEFT JOIN btc.addresses a USING (address_id)
        LEFT JOIN btc.inputs s ON s.output_id = o.output_id;
      CREATE TABLE btc_cluster (address VARCHAR, cluster VARCHAR);
      CREATE TABLE btc_taint ("case" VARCHAR, "from" VARCHAR, method VARCHAR, output VARCHAR, tainted BIGINT, place VARCHAR,
        guarantee VARCHAR, assumption VARCHAR);
      CREATE TABLE btc_change (output VARCHAR, confidence BIGINT, sources VARCHAR, dissent VARCHAR, vetoes VARCHAR,
        guarantee VARCHAR);
      CREATE TABLE btc_coinjoin (transaction VARCHAR, sign VARCHAR, confidence BIGINT, participants BIGINT,
        denominations VARCHAR, stands BOOLEAN, guarantee VARCHAR);
      CREATE TABLE finding (heuristic VARCHAR, version VARCHAR, guarantee VARCHAR, assumption VARCHAR, claim VARCHAR,
        key_image VARCHAR, output VARCHAR, probability DOUBLE);
      CREATE TABLE label (subject VARCHAR, label VARCHAR, category VARCHAR, confidence BIGINT, source VARCHAR)
      """;

  private final Lake lake;
  private final SqlSession session;

  Twins(Path data) throws SQLException {
    Planted.CHAIN.write(data);
    lake = Lake.openExisting(data);
    Planted.BITCOIN.chain().writeTo(lake);
    session = Sql.open(lake);
    try (Statement statement = session.connection().createStatement()) {
      for (String view : VIEWS.split(";\n", -1)) {
        statement.execute(view);
      }
    }
    fill("finding", Planted.findings("findings.csv"));
    fill("label", Planted.labels("labels.csv"));
    fill("btc_cluster", Planted.clusters("clusters.csv"));
    fill("btc_taint", Planted.ofBitcoin("taint.csv"));
    fill("btc_change", Planted.ofBitcoin("change.csv"));
    fill("btc_coinjoin", Planted.ofBitcoin("coinjoins.csv"));
  }

  private void fill(String table, List<Map<String, String>> rows) throws SQLException {
    Connection connection = session.connection();
    for (Map<String, String> row : rows) {
      List<String> columns = row.keySet().stream().filter(name -> !IGNORED.contains(name)).toList();
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO %s (%s) VALUES (%s)"
                  .formatted(
                      table,
                      columns.stream()
                          .map(name -> '"' + name + '"')
                          .collect(Collectors.joining(", ")),
                      columns.stream().map(name -> "?").collect(Collectors.joining(", "))))) {
        for (int i = 0; i < columns.size(); i++) {
          insert.setString(i + 1, row.get(columns.get(i)));
        }
        insert.execute();
      }
    }
  }

  private static final List<String> IGNORED =
      List.of("parameters", "index_space", "amount_indexes", "probabilities");

  /** The answer of the query's twin, cells with bars between them. */
  List<String> answer(NamedQuery query, Map<String, String> given) throws SQLException {
    Map<String, QueryParameter> parameters =
        query.parameters().stream()
            .collect(Collectors.toMap(QueryParameter::name, parameter -> parameter));
    String text =
        PARAMETER
            .matcher(Planted.resource(query.name() + ".sql"))
            .replaceAll(
                found -> {
                  QueryParameter parameter =
                      Objects.requireNonNull(parameters.get(found.group(1)), found.group());
                  String value =
                      given.containsKey(parameter.name())
                          ? String.valueOf(given.get(parameter.name()))
                          : parameter.ifAbsent().orElseThrow();
                  return Matcher.quoteReplacement(literal(parameter.type(), value));
                });
    List<String> rows = new ArrayList<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet result = statement.executeQuery(text)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(Cell.text(result.getObject(i)));
        }
        rows.add(String.join(" | ", cells));
      }
    }
    return rows;
  }

  private static String literal(ParameterType type, String value) {
    return switch (type) {
      case INTEGER, NUMBER -> value;
      case OUTPUTS ->
          Stream.of(value.split(",", -1)).map(Twins::quoted).collect(Collectors.joining(", "));
      default -> quoted(value);
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public void close() {
    session.close();
    lake.close();
  }
}
