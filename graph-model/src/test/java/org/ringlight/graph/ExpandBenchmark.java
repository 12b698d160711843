package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringlight.graph.expand.Neighbourhood;
import org.ringlight.graph.expand.NeighbourhoodSearch;
import org.ringlight.graph.expand.Reach;
import org.ringlight.graph.expand.Seed;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.protocol.TxHash;

/** A neighbourhood of three hops gathered by expand, and the same rows by DuckDB, in turns. */
final class ExpandBenchmark {

  private static final int SEEDS = 9;

  private static final String BY_SQL =
      """
      WITH RECURSIVE reached(tx_id, hop) AS (
        SELECT tx_id, 0 FROM xmr.transactions WHERE hash = unhex(?)
        UNION
        SELECT o.tx_id, reached.hop + 1
        FROM reached
        JOIN xmr.rings r ON r.tx_id = reached.tx_id
        CROSS JOIN unnest(r.member_ids) AS m(id)
        JOIN xmr.outputs o ON o.output_id = m.id
        WHERE reached.hop < 3
      ), whole AS (SELECT DISTINCT tx_id FROM reached),
      its_rings AS (SELECT r.* FROM xmr.rings r SEMI JOIN whole USING (tx_id)),
      its_outputs AS (
        SELECT o.* FROM xmr.outputs o WHERE o.tx_id IN (SELECT tx_id FROM whole)
          OR o.output_id IN (SELECT unnest(member_ids) FROM its_rings)
      )
      SELECT lower(hex(t.hash)) AS hash,
        (SELECT count(*) FROM its_rings) AS rings,
        (SELECT count(*) FROM its_outputs) AS outputs
      FROM xmr.transactions t SEMI JOIN whole USING (tx_id)
      """;

  private final Lake lake;

  ExpandBenchmark(Lake lake) {
    this.lake = lake;
  }

  void run() throws SQLException {
    double[] ours = new double[SEEDS];
    double[] sql = new double[SEEDS];
    Reach reach = new Reach(3, Reach.Direction.BACK, Reach.MOST_NODES, 1_000);
    try (SqlSession session = Sql.open(lake)) {
      List<TxHash> seeds = seeds(session);
      for (int i = 0; i < SEEDS; i++) {
        TxHash hash = seeds.get(i);
        Seed seed = new Seed.OfTransaction(hash);
        List<Neighbourhood> found = new ArrayList<>();
        ours[i] =
            GraphBenchmark.seconds(
                () -> found.add(NeighbourhoodSearch.find(session, seed, reach, Long.MAX_VALUE)));
        Set<String> bySql = new TreeSet<>();
        sql[i] = GraphBenchmark.seconds(() -> bySql.addAll(ask(session, hash)));
        Neighbourhood neighbourhood = found.get(0);
        System.out.printf(
            "expand %d: %,d transactions, %,d nodes: %.2f s, by DuckDB %.2f s%n",
            i + 1, neighbourhood.transactions().size(), neighbourhood.nodes(), ours[i], sql[i]);
        if (neighbourhood.isWhole()) {
          assertThat(
                  neighbourhood.transactions().stream()
                      .map(row -> row.hash().toString())
                      .collect(Collectors.toSet()))
              .isEqualTo(bySql);
        }
      }
    }
    double ratio = GraphBenchmark.median(ours) / GraphBenchmark.median(sql);
    System.out.printf("expand: %.2f times DuckDB%n", ratio);
    assertThat(ratio).isLessThan(2);
  }

  private static List<TxHash> seeds(SqlSession session) throws SQLException {
    Random random = new Random(3);
    List<TxHash> seeds = new ArrayList<>();
    try (PreparedStatement statement =
        session
            .connection()
            .prepareStatement(
                "SELECT lower(hex(hash)) FROM xmr.transactions WHERE NOT coinbase AND height ="
                    + " ? LIMIT 1")) {
      while (seeds.size() < SEEDS) {
        statement.setLong(1, 10_000 + random.nextInt(85_000));
        try (ResultSet found = statement.executeQuery()) {
          if (found.next()) {
            seeds.add(TxHash.parse(found.getString(1)));
          }
        }
      }
    }
    return seeds;
  }

  private static Set<String> ask(SqlSession session, TxHash seed) {
    Set<String> hashes = new TreeSet<>();
    try (PreparedStatement statement = session.connection().prepareStatement(BY_SQL)) {
      statement.setString(1, seed.toString());
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          hashes.add(found.getString(1));
        }
      }
      return hashes;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
