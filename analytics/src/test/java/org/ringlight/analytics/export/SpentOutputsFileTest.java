package org.ringlight.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;

class SpentOutputsFileTest {

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("spent.txt");
  }

  private List<String> read(String content) throws IOException {
    Files.writeString(file, content);
    List<String> runs = new ArrayList<>();
    SpentOutputsFile.read(
        file,
        (space, first, last) -> runs.add(Long.toUnsignedString(space) + ":" + first + "-" + last));
    return runs;
  }

  @Test
  void outputsInSuccessionAreOneLine() throws IOException {
    long count =
        SpentOutputsFile.write(
            file,
            outputs -> {
              outputs.spent(0, 0);
              outputs.spent(0, 2);
              outputs.spent(0, 3);
              outputs.spent(0, 4);
              outputs.spent(5, 5);
              outputs.spent(70, 6);
              outputs.spent(70, Long.MAX_VALUE - 1);
              outputs.spent(-1, 0);
              outputs.spent(-1, 1);
            });
    assertThat(count).isEqualTo(9);
    assertThat(file)
        .hasContent("@0\n0\n2*3\n@5\n5\n@70\n6\n9223372036854775806\n@18446744073709551615\n0*2\n");
    assertThat(read(Files.readString(file)))
        .containsExactly(
            "0:0-0",
            "0:2-4",
            "5:5-5",
            "70:6-6",
            "70:9223372036854775806-9223372036854775806",
            "18446744073709551615:0-1");
  }

  @Test
  void nothingSpentIsAnEmptyFile() throws IOException {
    assertThat(SpentOutputsFile.write(file, outputs -> {})).isZero();
    assertThat(file).isEmptyFile();
    assertThat(read("")).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      SortedMap<Long, SortedSet<Long>> spent = new TreeMap<>(Long::compareUnsigned);
      for (int i = random.nextInt(400); i > 0; i--) {
        long space = random.nextInt(4) * (random.nextBoolean() ? 1 : -5L);
        spent.computeIfAbsent(space, any -> new TreeSet<>()).add((long) random.nextInt(200));
      }
      long written =
          SpentOutputsFile.write(
              file,
              outputs ->
                  spent.forEach(
                      (space, indexes) -> indexes.forEach(index -> outputs.spent(space, index))));
      SortedMap<Long, SortedSet<Long>> back = new TreeMap<>(Long::compareUnsigned);
      long count =
          SpentOutputsFile.read(
              file,
              (space, first, last) -> {
                for (long index = first; index <= last; index++) {
                  back.computeIfAbsent(space, any -> new TreeSet<>()).add(index);
                }
              });
      assertThat(count).isEqualTo(written);
      assertThat(back).isEqualTo(spent);
    }
  }

  @Test
  void outputsThatDoNotAscendAreRefusedAndTheFileThatWasThereStays() throws IOException {
    Files.writeString(file, "@0\n1\n");
    for (long[] second : new long[][] {{7, 3}, {7, 2}, {6, 9}, {7, -1}}) {
      assertThatThrownBy(
              () ->
                  SpentOutputsFile.write(
                      file,
                      outputs -> {
                        outputs.spent(7, 3);
                        outputs.spent(second[0], second[1]);
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("out of order");
    }
    assertThat(file).hasContent("@0\n1\n");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void anotherListReplacesTheFile() throws IOException {
    Files.writeString(file, "@0\n1\n2\n");
    SpentOutputsFile.write(file, outputs -> outputs.spent(3, 4));
    assertThat(file).hasContent("@3\n4\n");
  }

  @Test
  void aFolderThatIsNotThereIsAFailureOfTheStore() {
    assertThatThrownBy(
            () -> SpentOutputsFile.write(folder.resolve("no").resolve("spent"), outputs -> {}))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("check folder");
    assertThatThrownBy(() -> SpentOutputsFile.read(file, (space, first, last) -> {}))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void aRunIsNeverUnrolledHoweverLongItSaysItIs() throws IOException {
    assertThat(read("@0\n7*9223372036854775800\n")).containsExactly("0:7-9223372036854775806");
  }

  @Test
  void runsThatTouchAndLineEndsOfOtherSystemsAreTaken() throws IOException {
    assertThat(read("@0\r\n1\r\n2*2\r\n4\r\n@9\r\n0")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "7, line 1, before the first amount",
        "@0;5;5, line 3, comes after",
        "@0;5;4, line 3, comes after",
        "@0;5*3;7, line 3, comes after",
        "@0;5*0, line 2, no outputs",
        "@5;1;@5;2, line 3, larger or the same",
        "@5;1;@4;2, line 3, larger or the same",
        "@18446744073709551615;1;@4;2, line 3, larger or the same",
        "@0;9223372036854775807, line 2, overflow",
        "@0;9223372036854775800*100, line 2, overflow",
        "@0;1*9223372036854775807, line 2, overflow",
        "@0;99999999999999999999, line 2, neither",
        "@18446744073709551616, line 1, exceeds",
        "@, line 1, neither",
        "@-1, line 1, neither",
        "@0;-1, line 2, neither",
        "@0;1*, line 2, neither",
        "@0;*1, line 2, neither",
        "@0;1*2*3, line 2, neither",
        "@0; 1, line 2, neither",
        "@0;;1, line 2, neither",
        "@0;0x5, line 2, neither",
        "@0;١, line 2, neither",
        "index, line 1, neither",
      })
  void whatIsNoListIsRefusedByItsLine(String lines, String line, String why) {
    assertThatThrownBy(() -> read(lines.replace(';', '\n')))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining(line)
        .hasMessageContaining(why);
  }

  @Test
  void noisyBytesAreAListOrRefused() throws IOException {
    Random random = new Random(3);
    byte[] alphabet = "@@0123456789**\n\n\n \r\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    int read = 0;
    for (int round = 0; round < 1_000; round++) {
      byte[] noise = new byte[random.nextInt(24)];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = alphabet[random.nextInt(alphabet.length)];
      }
      Files.write(file, noise);
      List<BigInteger> before = new ArrayList<>(List.of(BigInteger.ONE.negate()));
      try {
        SpentOutputsFile.read(
            file,
            (space, first, last) -> {
              assertThat(first).isBetween(0L, last);
              BigInteger place =
                  new BigInteger(Long.toUnsignedString(space))
                      .shiftLeft(64)
                      .add(BigInteger.valueOf(first));
              assertThat(place).isGreaterThan(before.set(0, place));
            });
        read++;
      } catch (DataInvalid e) {
        assertThat(e).hasMessageContaining("spent.txt line ");
      }
    }
    assertThat(read).isBetween(10, 980);
  }
}
