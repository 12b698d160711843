package org.ringlight.truth.evaluate.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void numbersAreRoundedAndNotCutOff() {
    assertThat(Figures.brief(999)).isEqualTo("999");
    assertThat(Figures.brief(1_000)).isEqualTo("1 k");
    assertThat(Figures.brief(43_680)).isEqualTo("44 k");
    assertThat(Figures.brief(297_277)).isEqualTo("300 k");
    assertThat(Figures.brief(999_999)).isEqualTo("1 M");
    assertThat(Figures.brief(2_165_603)).isEqualTo("2.2 M");
    assertThat(Figures.count(43_680)).isEqualTo("43,680");
  }

  @Test
  void smallSharesKeepTheirDigits() {
    assertThat(Figures.percent(0)).isEqualTo("0 %");
    assertThat(Figures.percent(0.000_160_449)).isEqualTo("0.016 %");
    assertThat(Figures.percent(1.0 / 16)).isEqualTo("6.25 %");
    assertThat(Figures.percent(0.1 * 3 / 5)).isEqualTo("6 %");
    assertThat(Figures.percent(1)).isEqualTo("100 %");
  }

  @Test
  void whatSumsOfFractionsLeaveOverIsNothing() {
    assertThat(Figures.percent(0.1 + 0.2 - 0.3)).isEqualTo("0 %");
  }
}
