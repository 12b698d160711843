package org.ringlight.graph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;

class QueryFileTest {

  private static final String WHOLE =
      """
      // title: Members of a ring
      // question: Which outputs
      //   stand in it?
      // param key_image (key-image): the ring
      // param limit (integer 1..10, default 5): most rows
      // column output: the member
      // cost: one look-up
      MATCH (:Ring {keyImage: $key_image})-[:MEMBER]->(o)
      RETURN '$unused; // text' AS output LIMIT $limit
      // browser:
      MATCH path = (:Ring {keyImage: $key_image})-[:MEMBER]->() RETURN path
      """;

  private static NamedQuery parse(String text) {
    return QueryFile.parse("mine", "mine.cypher", text);
  }

  @Test
  void fileIsReadWhole() {
    NamedQuery query = parse(WHOLE);
    assertThat(query.question()).isEqualTo("Which outputs stand in it?");
    assertThat(query.parameters())
        .containsExactly(
            new QueryParameter(
                "key_image", ParameterType.KEY_IMAGE, 0, Long.MAX_VALUE, null, "the ring"),
            new QueryParameter("limit", ParameterType.INTEGER, 1, 10, "5", "most rows"));
    assertThat(query.columns()).containsExactly(new QueryColumn("output", "the member"));
    assertThat(query.text()).startsWith("MATCH (:Ring").endsWith("LIMIT $limit");
    assertThat(query.browserText()).startsWith("MATCH path");
    assertThat(query.readsWholeGraph()).isFalse();
  }

  @Test
  void withoutAVariantBrowserGetsTheStatement() {
    NamedQuery query = parse(WHOLE.substring(0, WHOLE.indexOf("// browser:")));
    assertThat(query.browserText()).isEqualTo(query.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          // title: Members of a ring   | // titel: Members           | mine.cypher:1 | No line of front matter
          // title: Members of a ring   | // title: A// title: B      | mine.cypher:2 | A second title
          // cost: one look-up          | // column other: it         | mine.cypher:8 | No cost
          // column output: the member  | // column (x) output: it    | mine.cypher:6 | No line of front matter
          // column output: the member  | // column: it               | mine.cypher:6 | No column
          (key-image)                   | (key image)                 | mine.cypher:4 | no type that is known
          (key-image)                   | (key-image 1..4)            | mine.cypher:4 | no type that is known
          default 5                     | default 11                  | mine.cypher:5 | no integer 1..10
          default 5                     | default ten                 | mine.cypher:5 | no integer 1..10
          LIMIT $limit                  | LIMIT 5                     | mine.cypher:8 | does not use parameter limit
          LIMIT $limit                  | LIMIT $limit + $most        | mine.cypher:8 | not declared: [most]
          LIMIT $limit                  | LIMIT $limit;               | mine.cypher:8 | A semicolon
          RETURN path                   | RETURN path, $most          | mine.cypher:10 | not declared: [most]
          """)
  void whatDoesNotFitIsRefusedWithItsLine(String good, String bad, String where, String what) {
    String text = WHOLE.replace(good, bad.replace("A// ", "A\n// "));
    assertThat(text).isNotEqualTo(WHOLE);
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> parse(text))
        .withMessageContaining(where)
        .withMessageContaining(what);
  }

  @Test
  void fileWithoutAStatementIsRefused() {
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> parse(WHOLE.substring(0, WHOLE.indexOf("MATCH"))))
        .withMessageContaining("No statement");
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> parse(""))
        .withMessageContaining("No title");
  }
}
