package org.ringlight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsTest {

  private static Rows rows(Object... cells) {
    return new Rows(
        List.of("a", "b"), List.of(Arrays.asList(cells[0], cells[1])), /* complete= */ true);
  }

  @Test
  void whatCameFromOutsideIsShownAndNotObeyed() {
    Rows rows = rows("<script>alert(1)</script> & \"x\"", "red\u001b[31m\u202e");
    assertThat(rows.content())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;")
        .contains("red?[31m?")
        .doesNotContain("<script");
    assertThat(rows.toString()).contains("red?[31m?");
  }

  @Test
  void textIsAlignedAndWhatIsAbsentIsEmpty() {
    Rows rows =
        new Rows(
            List.of("height", "fee"),
            List.of(Arrays.asList(7L, null), Arrays.asList(1234567L, 0.5)),
            /* complete= */ true);
    assertThat(rows.toString())
        .isEqualTo(
            """
            height   fee
            ───────  ───
            7
            1234567  0.5
            """);
    assertThat(rows.content()).contains("<td style=\"text-align:right\">1234567</td>");
  }

  @Test
  void enginesMayHoldTheSameNumberInOtherTypes() {
    assertThat(rows(BigInteger.TEN, 1L).sameAs(rows(new BigDecimal("10"), 1))).isTrue();
    assertThat(rows(10L, 1L).sameAs(rows(10L, 2L))).isFalse();
    assertThat(rows(1e18, 0).shown()).isNotEqualTo(rows(1e17, 0).shown());
  }

  @Test
  void onlyTheFirstRowsAreShownAndTheRestIsCounted() {
    List<List<Object>> many =
        IntStream.range(0, 103).mapToObj(i -> List.<Object>of("row " + i)).toList();
    Rows whole = new Rows(List.of("name"), List.copyOf(many), /* complete= */ true);
    assertThat(whole.content()).contains("row 99<").doesNotContain("row 100<").contains("3 more");
    assertThat(whole.toString()).contains("row 99\n").endsWith("… and 3 more rows");
    Rows cut = new Rows(List.of("name"), List.copyOf(many), /* complete= */ false);
    assertThat(cut.toString()).contains("let the query count");
  }

  @Test
  void columnsAreAskedByName() {
    assertThat(rows(1, 2).numbers("b")).containsExactly(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(1, 2).column("c"))
        .withMessageContaining("there is no column c [a, b]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows("many", 2).numbers("a"))
        .withMessageContaining("'many'");
  }
}
