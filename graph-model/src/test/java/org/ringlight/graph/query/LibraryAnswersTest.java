package org.ringlight.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

/** Each query answers on the mini chain what its story says, and what SQL over the tables says. */
@ExtendWith(MiniGraph.class)
class LibraryAnswersTest {

  @TempDir static Path data;
  private static Twins twins;

  private final QueryRunner runner;

  LibraryAnswersTest(Driver driver) {
    runner = new QueryRunner(driver, Duration.ofSeconds(60));
  }

  @BeforeAll
  static void tables() throws SQLException {
    twins = new Twins(data);
  }

  @AfterAll
  static void close() {
    twins.close();
  }

  static List<NamedQuery> queries() {
    return QueryLibrary.bundled().queries();
  }

  private List<String> answer(NamedQuery query, Expectation expected) {
    List<String> rows = new ArrayList<>();
    QueryParameters parameters = QueryParameters.of(query, expected.parameters());
    runner.run(
        query,
        parameters,
        row -> rows.add(row.values().stream().map(Cell::text).collect(Collectors.joining(" | "))));
    return rows;
  }

  @ParameterizedTest
  @MethodSource("queries")
  void answerIsWhatTheStorySays(NamedQuery query) {
    assertThat(Expectation.of(query)).anyMatch(expected -> !expected.rows().isEmpty());
    for (Expectation expected : Expectation.of(query)) {
      assertThat(answer(query, expected))
          .as("%s %s", query.name(), expected.parameters())
          .containsExactlyElementsOf(expected.rows());
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void answerIsWhatTheTablesSay(NamedQuery query) throws SQLException {
    for (Expectation expected : Expectation.of(query)) {
      assertThat(answer(query, expected))
          .as("%s %s", query.name(), expected.parameters())
          .containsExactlyElementsOf(twins.answer(query, expected.parameters()));
    }
  }
}
