package org.ringlight.cli.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the rows that the jobs wrote. */
class ContrastPageTest {

  @TempDir Path folder;

  private void wrote(String measure, String... lines) throws IOException {
    for (String ending : new String[] {".csv", ".parquet"}) {
      Path table = Files.createDirectories(folder.resolve("out/written").resolve(measure + ending));
      Files.writeString(table.resolve("part-00000-x" + ending), String.join("\n", lines) + "\n");
      Files.writeString(table.resolve("_SUCCESS"), "");
    }
  }

  private void ofBothChains() throws IOException {
    wrote(
        "eras",
        "chain,era,first_height,first_day,blocks,outputs,outputs_so_far",
        "btc,0,0,2014-05-01,90,200,200",
        "xmr,1,0,2014-05-01,40,100,100",
        "xmr,2,40,2014-06-11,50,150,250");
    wrote(
        "anonymity-sets",
        "chain,kind,period,spends,mean_candidates,mean_effective_set",
        "btc,day,2014-05-01,5,1.0,1.0",
        "btc,era,0,5,1.0,1.0",
        "xmr,day,2014-05-01,4,3.0,2.5",
        "xmr,day,2014-06-12,4,11.0,11.0",
        "xmr,era,1,4,3.0,2.5",
        "xmr,era,2,4,11.0,11.0");
    wrote(
        "proven-share",
        "chain,kind,period,spends,proven,proven_share",
        "btc,day,2014-05-01,5,5,1.0",
        "btc,era,0,5,5,1.0",
        "xmr,day,2014-05-01,4,2,0.5",
        "xmr,day,2014-06-12,4,0,0.0",
        "xmr,era,1,4,2,0.5",
        "xmr,era,2,4,0,0.0");
    wrote(
        "origins",
        "chain,kind,period,hop,spends,mean_outputs,most_outputs,exact",
        "btc,era,0,1,5,1.0,1,true",
        "xmr,era,1,1,4,3.0,3,true",
        "xmr,era,2,1,4,11.0,11,false");
    wrote(
        "reach",
        "chain,flow,hop,worlds,probability,low,high,expected_outputs,closed",
        "btc,theft <1>,0,100,0.0,0.0,0.0,1.0,true",
        "xmr,theft <1>,0,100,0.2,0.1,0.3,1.0,true");
    wrote(
        "poison-bound",
        "chain,flow,hop,outputs,transactions",
        "btc,theft <1>,0,1,0",
        "xmr,theft <1>,0,1,0");
    wrote(
        "purity",
        "chain,flow,day,possible_outputs,expected_outputs,purity",
        "xmr,theft <1>,0,1,1.0,1.0",
        "xmr,theft <1>,9,10,2.0,0.2");
  }

  private ContrastTables taken() {
    return ContrastTables.take(
        folder.resolve("out/written"), folder.resolve("out").resolve("tables"));
  }

  @Test
  void everyPictureNamesItsGuaranteeAndIsOnThePage() throws IOException {
    ofBothChains();
    ContrastTables tables = taken();
    Map<String, LineChart> charts = ContrastPlots.of(tables, false);
    assertThat(charts.keySet())
        .containsExactly(
            "anonymity-over-time",
            "traceable-share-over-time",
            "before-and-after-forks",
            "origins-by-hop",
            "theft--1--reach",
            "theft--1--descent",
            "theft--1--dilution");
    Path out = folder.resolve("out");
    ContrastPage.write(out, tables, false);
    String page = Files.readString(out.resolve("contrast.md"));
    String html = Files.readString(out.resolve("contrast.html"));
    for (String name : charts.keySet()) {
      assertThat(Files.readString(out.resolve("plots/" + name + ".svg")))
          .containsAnyOf("PROVEN", "STATISTICAL");
      BufferedImage png = ImageIO.read(out.resolve("plots/" + name + ".png").toFile());
      assertThat(png.getWidth()).isEqualTo(2 * LineChart.WIDTH);
      assertThat(page).contains("(plots/" + name + ".svg)");
      assertThat(html).contains("plots/" + name + ".svg");
    }
    assertThat(html).contains("theft &lt;1&gt;").doesNotContain("theft <1>");
    assertThat(Files.readString(out.resolve("plots/anonymity-over-time.svg")))
        .contains("v2")
        .contains("FCMP++, announced: all outputs (250 here)");
    assertThat(Files.readString(out.resolve("plots/origins-by-hop.svg"))).contains("4.6 %");
    assertThat(out.resolve("tables/eras.parquet")).exists();
    assertThat(out.resolve("written")).doesNotExist();
  }

  @Test
  void withoutAChoiceItIsProvenUnlessSomethingWasAssumed() throws IOException {
    ofBothChains();
    ContrastTables tables = taken();
    assertThat(FlowWords.of(tables, false))
        .singleElement()
        .asString()
        .contains("| 0 | 1 | 1.00 | no (PROVEN) |")
        .contains("20.0 %, 10.0 % to 30.0 % (STATISTICAL)")
        .contains("Its value cannot be followed");
    wrote(
        "reach",
        "chain,flow,hop,worlds,probability,low,high,expected_outputs,closed",
        "btc,theft <1>,0,100,1.0,1.0,1.0,1.0,true",
        "xmr,theft <1>,0,100,1.0,1.0,1.0,1.0,true");
    wrote(
        "poison-bound",
        "chain,flow,hop,outputs,transactions",
        "btc,theft <1>,0,1,0",
        "xmr,theft <1>,0,1,0");
    assertThat(FlowWords.of(taken(), true))
        .singleElement()
        .asString()
        .contains("yes (PROVEN)")
        .contains("yes (CONDITIONAL)");
  }

  @Test
  void aLineOfEachChainComesToWhatItsErasSay() throws IOException {
    ofBothChains();
    assertThat(ContrastPage.headlines(taken()))
        .hasToString("[[xmr, 8, 7.00, 6.75, 0.2500, 7.00], [btc, 5, 1.00, 1.00, 1.0000, 1.00]]");
  }

  @Test
  void aChainThatIsMissingIsSaid() throws IOException {
    wrote(
        "eras",
        "chain,era,first_height,first_day,blocks,outputs,outputs_so_far",
        "xmr,1,0,2014-05-01,40,100,100");
    ContrastTables tables = taken();
    Path out = folder.resolve("out");
    ContrastPage.write(out, tables, false);
    assertThat(Files.readString(out.resolve("contrast.md")))
        .contains("no Bitcoin tables here")
        .doesNotContain("no Monero tables");
  }
}
