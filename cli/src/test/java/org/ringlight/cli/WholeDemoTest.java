package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo to its end: a proof, and one theft on two chains, by a Spark of its own. */
class WholeDemoTest {

  @TempDir Path folder;

  @Test
  void itsTheftIsToldOnBothChains() throws IOException {
    SparkLib.prepare();
    Typed demo = Typed.in("--data", folder.toString(), "--progress", "off", "demo");
    assertThat(demo.code()).as(demo.talk()).isZero();
    assertThat(demo.out())
        .contains("conditional: it holds only if alternative block")
        .contains("prove --all");
    Path report = folder.resolve("demo/contrast");
    assertThat(demo.talk()).contains("Report: " + report.resolve("contrast.html"));
    // on Bitcoin the deposit is certain after four hops; on Monero nobody can say so
    List<String> bitcoin = reach(report, "btc");
    List<String> monero = reach(report, "xmr");
    assertThat(bitcoin).hasSize(6);
    assertThat(bitcoin.get(3)).contains(",0.0,0.0,0.0,");
    assertThat(bitcoin.get(4)).contains(",1.0,1.0,1.0,");
    assertThat(monero).hasSize(6);
    assertThat(Double.parseDouble(monero.get(4).split(",", -1)[4])).isBetween(0.05, 0.3);
    assertThat(Files.readString(report.resolve("contrast.md")))
        .contains("What can be said of theft, hop by hop")
        .contains("yes (PROVEN)")
        .contains("Its value cannot be followed");
    assertThat(Files.readString(report.resolve("contrast.html"))).contains("<table>");
    try (Stream<Path> tables = Files.list(report.resolve("tables"))) {
      assertThat(tables).hasSize(22);
    }
    Typed again = Typed.in("--data", folder.toString(), "--progress", "off", "demo");
    assertThat(again.out()).contains("The report of an earlier demo is there");
  }

  private static List<String> reach(Path report, String chain) throws IOException {
    return Files.readAllLines(report.resolve("tables/reach.csv")).stream()
        .filter(line -> line.startsWith(chain))
        .toList();
  }
}
