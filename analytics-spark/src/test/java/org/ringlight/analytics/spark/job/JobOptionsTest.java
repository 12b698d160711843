package org.ringlight.analytics.spark.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringlight.analytics.spark.claims.Trust;

class JobOptionsTest {

  @Test
  void everyOptionIsUnderstoodInAnyOrder() throws JobOptions.Misuse {
    JobOptions options =
        JobOptions.parse(
            "--at-height",
            "7",
            "statistics",
            "--data",
            "d",
            "--conditional",
            "closed-sets",
            "--master",
            "local[2]",
            "--format",
            "parquet",
            "--out",
            "o");
    assertThat(options.words()).isEqualTo(List.of("statistics", "closed-sets"));
    assertThat(options.data()).isEqualTo(Path.of("d"));
    assertThat(options.master()).contains("local[2]");
    assertThat(options.atHeight()).hasValue(7);
    assertThat(options.format()).isEqualTo(RowFormat.PARQUET);
    assertThat(options.out()).contains("o");
    assertThat(options.trust()).isEqualTo(Trust.CONDITIONAL);
  }

  @Test
  void aTableIsPrintedUnlessAFolderIsGiven() throws JobOptions.Misuse {
    assertThat(JobOptions.parse("cascade", "--data", "d").format()).isEqualTo(RowFormat.TABLE);
    assertThat(JobOptions.parse("cascade", "--data", "d", "--out", "o").format())
        .isEqualTo(RowFormat.CSV);
  }

  @ParameterizedTest
  @CsvSource({
    "cascade, --data is missing",
    "cascade --data, --data wants a value",
    "cascade --data d --at-height low, not a height: low",
    "cascade --data d --at-height -1, not a height: -1",
    "cascade --data d --format xml, there is no format xml",
    "cascade --data d --format parquet, --format parquet needs --out",
    "cascade --data d --format table --out o, --format table has no --out",
    "cascade --data d --verbose, there is no option --verbose"
  })
  void whatNobodyCanFollowIsSaid(String line, String message) {
    assertThatExceptionOfType(JobOptions.Misuse.class)
        .isThrownBy(() -> JobOptions.parse(line.split(" ", -1)))
        .withMessage(message);
  }
}
