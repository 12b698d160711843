package org.ringlight.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.ResultSummary;

/** How the server would run each query: from an index, whatever the size of the graph. */
@ExtendWith(MiniGraph.class)
class LibraryPlansTest {

  private final Driver driver;

  LibraryPlansTest(Driver driver) {
    this.driver = driver;
  }

  static List<NamedQuery> queries() {
    return QueryLibrary.bundled().queries();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void queryStartsFromAnIndex(NamedQuery query) {
    List<Plan> operators = operators(explain(query, query.text()).plan()).toList();
    assertThat(operators)
        .extracting(Plan::operatorType)
        .noneMatch(type -> type.startsWith("AllNodes"));
    if (!query.readsWholeGraph()) {
      assertThat(operators)
          .as(query.name())
          .anyMatch(operator -> operator.operatorType().contains("IndexSeek"))
          .noneMatch(LibraryPlansTest::readsALabel);
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void statementsOnlyReadAndTheServerWarnsOfNothing(NamedQuery query) {
    for (String text : List.of(query.text(), query.browserText())) {
      ResultSummary summary = explain(query, text);
      assertThat(summary.notifications()).as(query.name()).isEmpty();
      assertThat(operators(summary.plan()))
          .extracting(Plan::operatorType)
          .noneMatch(type -> type.matches("(Create|Merge|Delete|Detach|Set|Remove|LoadCSV).*"));
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void browserShowsSomethingOfTheStory(NamedQuery query) {
    Expectation told = Expectation.of(query).get(0);
    try (Session session = driver.session(reads())) {
      assertThat(
              session
                  .run(query.browserText(), QueryParameters.of(query, told.parameters()).values())
                  .list())
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void parametersThatBrowserIsGivenAreTypedAsOurs(NamedQuery query) {
    try (Session session = driver.session(reads())) {
      Map<String, Object> set = session.run(BrowserFavourites.examples(query)).single().asMap();
      assertThat(set.keySet())
          .containsExactlyInAnyOrderElementsOf(
              query.parameters().stream().map(QueryParameter::name).toList());
      session.run(query.browserText(), set).consume();
    }
  }

  private ResultSummary explain(NamedQuery query, String text) {
    Expectation told = Expectation.of(query).get(0);
    Value parameters = Values.value(QueryParameters.of(query, told.parameters()).values());
    try (Session session = driver.session(reads())) {
      return session.run("EXPLAIN " + text, parameters).consume();
    }
  }

  private static SessionConfig reads() {
    return SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
  }

  /** Runs are few; every other label has as many nodes as the chain is long. */
  private static boolean readsALabel(Plan operator) {
    String type = operator.operatorType();
    boolean scan = type.contains("LabelScan") || type.contains("IndexScan");
    return scan && !String.valueOf(operator.arguments().get("Details")).contains(":Run");
  }

  private static Stream<Plan> operators(Plan plan) {
    return Stream.concat(
        Stream.of(plan), plan.children().stream().flatMap(LibraryPlansTest::operators));
  }
}
