package org.ringlight.graph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringlight.failure.ConfigurationInvalid;

class QueryParametersTest {

  private static final NamedQuery QUERY =
      QueryFile.parse(
          "mine",
          "mine.cypher",
          """
          // title: T
          // question: Q?
          // param word (string): a word
          // param hops (integer 1..4, default 2): hops
          // param odds (number, default 2.5): odds
          // param tx (hash, default ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD): a hash
          // param coin (output, default 18446744073709551615:9): an output
          // param coins (list of output, default 0:1): outputs
          // column n: a number
          // cost: nothing
          RETURN $word, $hops, $odds, $tx, $coin, $coins
          """);

  @Test
  void valuesAreTyped() {
    assertThat(QueryParameters.parse(QUERY, List.of("word=a=b", "coins=0:1, 5:2")).values())
        .containsExactly(
            entry("word", "a=b"),
            entry("hops", 2L),
            entry("odds", 2.5),
            entry("tx", "abcdef".repeat(10) + "abcd"),
            entry("coin", Map.of("indexSpace", -1L, "amountIndex", 9L)),
            entry(
                "coins",
                List.of(
                    Map.of("indexSpace", 0L, "amountIndex", 1L),
                    Map.of("indexSpace", 5L, "amountIndex", 2L))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hops=3                          | Parameter word (string) is missing
          word=a hop=3                    | It has no parameter 'hop'
          word=a word=b                   | Parameter 'word' is given twice
          word                            | No parameter: 'word'
          =3                              | No parameter: '=3'
          word=                           | Parameter word is no string
          word=a hops=5                   | Parameter hops is no integer 1..4: '5'
          word=a hops=1e9                 | hops is no integer 1..4
          word=a hops=99999999999999999999| hops is no integer 1..4
          word=a odds=NaN                 | odds is no number
          word=a tx=abc                   | tx is no hash
          word=a coin=5                   | coin is no output
          word=a coin=0:-1                | coin is no output
          word=a coin=18446744073709551616:0 | coin is no output
          word=a coins=0:1,,0:2           | coins is no list of output
          """)
  void whatDoesNotFitIsRefusedWithAnExample(String given, String what) {
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> QueryParameters.parse(QUERY, Arrays.asList(given.split(" ", -1))))
        .withMessageContaining(what)
        .withMessageContaining("query mine")
        .withMessageContaining("=");
  }

  @Test
  void longListsAndTextsAreRefused() {
    String many = "0:1,".repeat(10_000) + "0:1";
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> QueryParameters.parse(QUERY, List.of("word=a", "coins=" + many)))
        .withMessageMatching("(?s).{0,400}");
    String text = "x".repeat(ParameterType.MAX_CHARACTERS + 1);
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> QueryParameters.parse(QUERY, List.of("word=" + text)))
        .withMessageMatching("(?s).{0,400}");
  }
}
