package org.ringlight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class BarsTest {

  private static Rows rows(double... heights) {
    List<List<Object>> cells =
        IntStream.range(0, heights.length)
            .mapToObj(i -> List.<Object>of("bin " + i, heights[i]))
            .toList();
    return new Rows(List.of("age", "members"), List.copyOf(cells), /* complete= */ true);
  }

  @Test
  void heightsAreInProportion() {
    List<Element> bars =
        Drawn.read(Bars.of(rows(36, 10, 0), "age", "members", "a < b").svg()).bars();
    assertThat(bars).hasSize(3);
    double first = Drawn.number(bars.get(0), "height");
    // 260 pixels for an axis to 40
    assertThat(first).isEqualTo(260 * 36 / 40.0);
    assertThat(Drawn.number(bars.get(1), "height")).isEqualTo(65);
    assertThat(Drawn.number(bars.get(2), "height")).isZero();
    assertThat(Drawn.number(bars.get(0), "y") + first).isEqualTo(310);
  }

  @Test
  void theWordsSayWhatThePictureShows() {
    Picture picture = Bars.of(rows(1200, 2.5), "age", "members", "Ages");
    assertThat(picture.toString()).isEqualTo("Ages; members by age. bin 0: 1,200, bin 1: 2.50.");
    assertThat(Drawn.read(picture.svg()).all("desc").get(0).getTextContent())
        .isEqualTo(picture.words());
  }

  @Test
  void manyBarsShowFewerLabels() {
    Drawn drawn = Drawn.read(Bars.of(rows(new double[60]), "age", "members", "flat").svg());
    assertThat(drawn.bars()).hasSize(60);
    assertThat(drawn.texts()).contains("bin 0", "bin 5").doesNotContain("bin 1");
  }

  @Test
  void nothingIsAPictureToo() {
    assertThat(Bars.of(rows(), "age", "members", "none").words()).contains("No rows");
  }

  @Test
  void aBarBelowTheFloorIsRefused() {
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Bars.of(rows(1, wrong), "age", "members", "t"))
          .withMessageContaining("row 1");
    }
  }

  @Test
  void axesAreRound() {
    assertThat(Bars.tick(3)).isEqualTo(1);
    assertThat(Bars.tick(15_733)).isEqualTo(5_000);
    assertThat(Bars.tick(41)).isEqualTo(20);
    assertThat(Bars.tick(0.3)).isEqualTo(0.1);
  }
}
