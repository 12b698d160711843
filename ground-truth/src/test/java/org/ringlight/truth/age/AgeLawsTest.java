package org.ringlight.truth.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;

final class AgeLawsTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() {
    for (String text :
        new String[] {
          "log-gamma(19.28,1.61)",
          "log-gb2(4.462,20.62,0.5553,7.957)",
          "0.67*log-gamma(19.28,1.61) + 0.33*log-gamma(27.0,2.9)"
        }) {
      AgeLaw law = AgeLaws.parse(text);
      assertThat(law.toString()).isEqualTo(text);
      assertThat(AgeLaws.parse(law.toString())).isEqualTo(law);
    }
  }

  @Test
  void drawsHaveTheMomentsOfTheirLaw() {
    // the mean of a gamma variable is shape / rate, its variance shape / rate^2
    double[] logs = logs("log-gamma(19.28,1.61)");
    assertThat(mean(logs)).isCloseTo(19.28 / 1.61, within(0.03));
    assertThat(variance(logs)).isCloseTo(19.28 / (1.61 * 1.61), within(0.15));
    // with shape2 = shape3 = 1 it is log-logistic: its median is the scale
    double[] gb2 = logs("log-gb2(4,12,1,1)");
    assertThat(DoubleStream.of(gb2).sorted().skip(gb2.length / 2).findFirst().orElseThrow())
        .isCloseTo(12, within(0.1));
    double[] mixed = logs("3*log-gamma(19.28,1.61) + 1*log-gamma(10,5)");
    assertThat(mean(mixed)).isCloseTo(0.75 * 19.28 / 1.61 + 0.25 * 2, within(0.06));
    // a shape below 1 takes another way
    assertThat(mean(logs("log-gamma(0.5,1)"))).isCloseTo(0.5, within(0.02));
  }

  @Test
  void observedAgesAreReadAndDrawn() throws IOException {
    Path file = folder.resolve("ages.txt");
    Files.writeString(file, "# seconds\n60\n\n3600.5\n");
    AgeLaw law = AgeLaws.parse("empirical(" + file + ")");
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 50; i++) {
      assertThat(law.draw(random)).isIn(60.0, 3600.5);
    }
  }

  @Test
  void whatIsNoLawIsRefusedWithTheReason() throws IOException {
    Path file = folder.resolve("ages.txt");
    Files.writeString(file, "60\n-1\n");
    refused("empirical(" + file + ")", "line 2");
    refused("empirical(" + folder.resolve("none") + ")", "cannot read");
    refused("empirical(/dev/zero)", "no regular file");
    refused("empirical(" + folder + ")", "no regular file");
    Files.writeString(file, "60\n" + "1".repeat(70) + "\n");
    refused("empirical(" + file + ")", "line 2");
    Files.writeString(file, "1".repeat(3 << 20));
    refused("empirical(" + file + ")", "line 1");
    Files.write(file, new byte[] {'6', (byte) 0xff});
    refused("empirical(" + file + ")", "UTF-8");
    refused("", "no law");
    refused("log-gamma(1)", "2 numbers");
    refused("log-gamma(1,0)", "above 0");
    refused("log-gamma(1,x)", "x");
    refused("gamma(1,2)", "no gamma");
    refused("log-gamma(1,2) log-gamma(1,2)", "log-gamma");
    refused("log-gamma(1,2) +", "no law");
    refused("0*log-gamma(1,2) + 1*log-gamma(1,2)", "above 0");
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> AgeLaws.parse(text))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining(why);
  }

  private static double[] logs(String law) {
    AgeLaw parsed = AgeLaws.parse(law);
    SplittableRandom random = new SplittableRandom(42);
    return DoubleStream.generate(() -> Math.log(parsed.draw(random))).limit(40_000).toArray();
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }
}
