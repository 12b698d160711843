package org.ringlight.graph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;

@ExtendWith(MiniGraph.class)
class QueryRunnerTest {

  private static final String HEAD =
      "// title: T\n// question: Q?\n// column n: a number\n// cost: whole graph\n";

  private final Driver driver;
  private final QueryRunner runner;

  QueryRunnerTest(Driver driver) {
    this.driver = driver;
    this.runner = new QueryRunner(driver, Duration.ofSeconds(30));
  }

  private static long run(QueryRunner runner, String text) {
    NamedQuery query = QueryFile.parse("own", "own.cypher", HEAD + text);
    return runner.run(query, QueryParameters.parse(query, List.of()), row -> {});
  }

  private long nodes() {
    try (Session session = driver.session()) {
      return session.run("MATCH (n) RETURN count(n) AS n").single().get("n").asLong();
    }
  }

  @Test
  void valueIsNeverPartOfTheStatement() {
    long before = nodes();
    NamedQuery query = QueryLibrary.bundled().query("label-reach");
    for (String value :
        List.of(
            "x'}) DETACH DELETE tag //",
            "\"}) MATCH (n) DETACH DELETE n RETURN 1 AS hops //",
            "theft' OR true OR '",
            "$max_hops",
            "`")) {
      assertThat(runner.run(query, QueryParameters.of(query, Map.of("label", value)), row -> {}))
          .as(value)
          .isZero();
    }
    assertThat(nodes()).isEqualTo(before);
  }

  @Test
  void statementThatWritesIsRefusedAndWritesNothing() {
    long before = nodes();
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> run(runner, "CREATE (x:Intruder) RETURN 1 AS n"))
        .withMessageContaining("query own");
    assertThat(nodes()).isEqualTo(before);
  }

  @Test
  void statementThatTakesTooLongIsEnded() {
    QueryRunner hasty = new QueryRunner(driver, Duration.ofSeconds(1));
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> run(hasty, "UNWIND range(1, 100000000000) AS x RETURN count(x) AS n"))
        .withMessageContaining("longer than 1 s");
  }

  @Test
  void columnsMustBeTheDeclaredOnes() {
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> run(runner, "RETURN 1 AS m"))
        .withMessageContaining("[m], not with [n]");
  }

  @Test
  void statementThatIsNoCypherIsRefused() {
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> run(runner, "SELECT 1 AS n"))
        .withMessageContaining("query own");
  }

  @Test
  void rowsComeInOrderAndAreCounted() {
    NamedQuery query =
        QueryFile.parse("own", "own.cypher", HEAD + "UNWIND range(1, 5000) AS n RETURN n");
    List<QueryRow> rows = new ArrayList<>();
    assertThat(runner.run(query, QueryParameters.parse(query, List.of()), rows::add))
        .isEqualTo(5000);
    assertThat(rows.get(4999).values()).containsExactly(5000L);
  }

  @Test
  void hopIsCutAtItsCapAndShowsIt() {
    NamedQuery query = QueryLibrary.bundled().query("descendants");
    List<String> rows = new ArrayList<>();
    runner.run(
        query,
        QueryParameters.of(
            query,
            Map.of("transaction", Planted.CHAIN.tx("gil is paid").toString(), "level_cap", "1")),
        row -> rows.add(row.values().toString()));
    assertThat(rows).containsExactly(Planted.CHAIN.resolve("[1, tx(gil merges), 42, 1]"));
  }

  @Test
  void unknownTransactionHasNoRows() {
    NamedQuery query = QueryLibrary.bundled().query("transaction-parts");
    QueryParameters nobody = QueryParameters.of(query, Map.of("transaction", "0".repeat(64)));
    assertThat(runner.run(query, nobody, row -> {})).isZero();
  }

  @Test
  void serverThatIsNotThereIsSaid() {
    try (Driver nowhere = GraphDatabase.driver("bolt://127.0.0.1:1")) {
      QueryRunner lost = new QueryRunner(nowhere, Duration.ofSeconds(1));
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> run(lost, "RETURN 1 AS n"));
    }
  }
}
