package org.ringlight.truth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.KeyImage;

class KnownRingsTest {

  @TempDir Path folder;

  @Test
  void countsWhatTruthAndTablesDoNotShare() {
    KnownRings known =
        new Sample(folder).ring(1, 0, 5, 6).unknown(1, 6, 7).ring(2, 1, 7, 8).absent(77, 9).known();
    assertThat(known.count()).isEqualTo(2);
    assertThat(known.notInTables()).isEqualTo(1);
    assertThat(known.withoutTruth()).isEqualTo(1);
    assertThat(known.find(Sample.image(2))).isEqualTo(1);
    assertThat(known.find(Sample.image(1))).isEqualTo(-1);
    assertThat(known.find(Sample.image(77))).isEqualTo(-1);
    assertThat(known.spender(Sample.output(8))).isEqualTo(1);
    assertThat(known.spender(Sample.output(9))).isEqualTo(-1);
    assertThat(known.spender(Sample.output(6))).isEqualTo(-1);
  }

  @Test
  void theTruthMayStandInAnyOrder() throws IOException {
    Sample sample = new Sample(folder).ring(1, 0, 5, 6).ring(2, 1, 7, 8, 9).ring(3, 1, 3, 4);
    Path file = sample.truth();
    var lines = Files.readAllLines(file);
    Files.writeString(
        file, String.join("\n", lines.get(0), lines.get(3), lines.get(1), lines.get(2)));
    KnownRings known = KnownRings.load(file, sample.rings());
    for (int ring = 0; ring < 3; ring++) {
      assertThat(known.find(Sample.image(ring))).isEqualTo(ring);
      assertThat(known.columns().era(ring)).isEqualTo(ring + 1);
    }
    assertThat(known.columns().size(1)).isEqualTo(3);
    assertThat(known.columns().amountIndex(known.columns().trueSlot(1))).isEqualTo(8);
  }

  @Test
  void aTrueSpendThatIsNotInItsRingIsInvalidAndSaysItsLine() throws IOException {
    Sample sample = new Sample(folder).ring(1, 0, 5, 6).ring(2, 1, 7, 8);
    for (String wrong : new String[] {",0,7,1,", ",0,8,0,", ",3,8,1,", ",0,8,2,", ",0,8,-1,"}) {
      Path file = sample.truth();
      Files.writeString(file, Files.readString(file).replace(",0,8,1,", wrong));
      assertThatThrownBy(() -> KnownRings.load(file, sample.rings()))
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("truth.csv line 3");
    }
  }

  @Test
  void whatTheTruthSaysTwiceIsInvalid() throws IOException {
    Sample sample = new Sample(folder).ring(1, 0, 5, 6).ring(2, 1, 7, 8);
    Path file = sample.truth();
    String truth = Files.readString(file);
    Files.writeString(file, truth + Sample.image(0) + ",0,6,1,bob\n");
    assertThatThrownBy(() -> KnownRings.load(file, sample.rings()))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("key image comes twice")
        .hasMessageContaining("line 4");
    Files.writeString(file, truth + Sample.image(9) + ",0,5,1,bob\n");
    assertThatThrownBy(() -> KnownRings.load(file, sample.rings()))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("already in line 2")
        .hasMessageContaining("line 4");
  }

  @Test
  void aMemberThatStandsTwiceIsOneOutput() {
    RingColumns columns = new Sample(folder).ring(1, 2, 5, 7, 7, 9).known().columns();
    assertThat(columns.size(0)).isEqualTo(4);
    assertThat(columns.distinct(0)).isEqualTo(3);
    assertThat(columns.trueSlot(0)).isEqualTo(columns.slot(0, 7)).isEqualTo(1);
  }

  @Test
  void keyImagesAreFoundAmongMany() {
    Random random = new Random(5);
    KeyImageMap map = new KeyImageMap();
    Map<String, Integer> expected = new HashMap<>();
    byte[] bytes = new byte[32];
    for (int i = 0; i < 50_000; i++) {
      // many that begin alike
      bytes[31] = (byte) random.nextInt();
      bytes[30] = (byte) random.nextInt();
      bytes[9] = (byte) (random.nextInt() & 1);
      KeyImage image = KeyImage.of(bytes);
      assertThat(map.add(image))
          .isEqualTo(expected.putIfAbsent(image.toString(), expected.size()) == null);
    }
    assertThat(map.count()).isEqualTo(expected.size());
    expected.forEach(
        (image, number) -> assertThat(map.find(KeyImage.parse(image))).isEqualTo(number));
    bytes[3] = 1;
    assertThat(map.find(KeyImage.of(bytes))).isEqualTo(-1);
  }
}
