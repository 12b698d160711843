package org.ringlight.truth.evaluate.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.finding.HeuristicId;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.truth.evaluate.Breakdown;
import org.ringlight.truth.evaluate.Calibration;
import org.ringlight.truth.evaluate.ClaimScore;
import org.ringlight.truth.evaluate.Claimant;
import org.ringlight.truth.evaluate.Collision;
import org.ringlight.truth.evaluate.Estimate;
import org.ringlight.truth.evaluate.Evaluated;
import org.ringlight.truth.evaluate.PosteriorScore;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PlotsTest {

  private static final Claimant ODDS =
      new Claimant(new HeuristicId("odds", "1", "a<b & c=1"), Guarantee.Level.STATISTICAL);
  private static final Claimant PROOF =
      new Claimant(new HeuristicId("odds", "1", ""), Guarantee.Level.PROVEN);

  @TempDir Path folder;

  private static Evaluated scores() {
    Estimate error = new Estimate(0.05, 0.01, 0.09);
    PosteriorScore posterior =
        new PosteriorScore(
            ODDS, "16", 30, 1, 1, 1.1, 0, 0.5, new Estimate(0.3, 0.2, 0.4), error, 0.04, 3, 2.5);
    Calibration calibration =
        new Calibration(
            ODDS,
            "16",
            List.of(
                new Calibration.Bin(10, 0.2, new Estimate(0.1, 0.05, 0.15)),
                new Calibration.Bin(20, 0.4, new Estimate(0.5, Double.NaN, Double.NaN))));
    ClaimScore claim =
        new ClaimScore(PROOF, Claim.Kind.RING_RESOLVED, "all", 10, 0, 0.5, 1, 0.7, 1, 0.5);
    return new Evaluated(
        30,
        0,
        0,
        0,
        Breakdown.ERA,
        List.of(claim),
        List.of(posterior),
        List.of(calibration),
        List.of(new Collision(PROOF, PROOF, 10, 10, 0, 0, 0)));
  }

  private static Element parse(Path file)
      throws ParserConfigurationException, SAXException, IOException {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Files.readString(file))));
    return document.getDocumentElement();
  }

  @Test
  void everyPictureIsWellFormedAndDescribedInWords() throws Exception {
    assertThat(Plots.write(scores(), folder.resolve("made"))).isEqualTo(3);
    for (String name :
        List.of(
            "reliability-odds-16.svg", "precision-odds.2-ring-resolved.svg", "collisions.svg")) {
      Element svg = parse(folder.resolve("made").resolve(name));
      assertThat(svg.getTagName()).isEqualTo("svg");
      assertThat(svg.getAttribute("role")).isEqualTo("img");
      assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
      assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
      NodeList texts = svg.getElementsByTagName("text");
      assertThat(texts.getLength()).isGreaterThan(3);
      for (int i = 0; i < texts.getLength(); i++) {
        Element text = (Element) texts.item(i);
        assertThat(Integer.parseInt(text.getAttribute("font-size"))).isGreaterThanOrEqualTo(10);
      }
    }
  }

  @Test
  void pointsStandWhereTheNumbersSay() throws Exception {
    Plots.write(scores(), folder);
    Element svg = parse(folder.resolve("reliability-odds-16.svg"));
    NodeList dots = svg.getElementsByTagName("circle");
    assertThat(dots.getLength()).isEqualTo(2);
    // 440 pixels for 0 to 50 %, from 90 on the left and up from 530
    Element second = (Element) dots.item(1);
    assertThat(Double.parseDouble(second.getAttribute("cx"))).isEqualTo(90 + 440 * 0.8);
    assertThat(Double.parseDouble(second.getAttribute("cy"))).isEqualTo(530 - 440.0);
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .contains("Of 20 rings where it is given 40 % on average it is right in 50 %.");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).contains("a<b & c=1");
  }

  @Test
  void aDiagramSaysWhereItsScalesEnd() throws Exception {
    Plots.write(scores(), folder);
    assertThat(parse(folder.resolve("reliability-odds-16.svg")).getTextContent())
        .contains("axes to 50 %, bars to 20 rings");
  }

  @Test
  void aFolderThatCannotBeIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> Plots.write(scores(), file))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("file");
  }
}
