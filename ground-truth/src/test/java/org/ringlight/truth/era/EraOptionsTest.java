package org.ringlight.truth.era;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.truth.age.AgeLaws;

final class EraOptionsTest {

  @Test
  void whatCannotWorkIsSaidBeforeAnythingStarts() {
    refused(100, 0, OptionalLong.empty(), Optional.empty(), Set.of()).hasMessageContaining("400");
    refused(1_000, -1, OptionalLong.empty(), Optional.empty(), Set.of())
        .hasMessageContaining("--txs");
    refused(1_000, 200_000, OptionalLong.empty(), Optional.empty(), Set.of())
        .hasMessageContaining("100,000");
    refused(1_000, 10, OptionalLong.of(1_000), Optional.empty(), Set.of())
        .hasMessageContaining("999");
    refused(1_000, 10, OptionalLong.of(500), Optional.empty(), Set.of(Feature.FORKS))
        .hasMessageContaining("--without forks");
    refused(1_000, 10, OptionalLong.empty(), Optional.of(LocalDate.of(2021, 1, 1)), Set.of())
        .hasMessageContaining("2022-08-14");
    assertThatThrownBy(() -> Feature.parse("view-tag"))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("view-tags,");
  }

  private static AbstractThrowableAssert<?, ?> refused(
      int blocks,
      long transactions,
      OptionalLong forkAt,
      Optional<LocalDate> modern,
      Set<Feature> without) {
    return assertThatThrownBy(
            () ->
                new EraOptions(
                    1,
                    blocks,
                    transactions,
                    forkAt,
                    modern,
                    AgeLaws.parse("log-gamma(19.28,1.61)"),
                    without))
        .isInstanceOf(ConfigurationInvalid.class);
  }
}
