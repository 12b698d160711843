package org.ringlight.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class SparkOptionsTest {

  @Test
  void theFileIsWhatThisSparkAsksFor() throws IOException {
    assertThat(Files.readAllLines(Path.of("spark.options")))
        .containsExactlyElementsOf(
            Arrays.stream(JavaModuleOptions.defaultModuleOptionArray())
                // for linear algebra, which is not used; the JVM warns about it at every start
                .filter(option -> !option.contains("jdk.incubator.vector"))
                .toList());
  }
}
