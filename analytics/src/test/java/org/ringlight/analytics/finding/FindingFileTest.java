package org.ringlight.analytics.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

class FindingFileTest {

  private static final Path PAGE =
      Path.of(System.getProperty("ringlight.root", ".."))
          .resolve("docs/reference/findings-file.md");
  private static final String IMAGE = "ab".repeat(32);
  private static final String RESOLVED =
      "{\"heuristic\":\"h\",\"version\":\"1\",\"guarantee\":\"proven\",\"claim\":\"ring_resolved\","
          + "\"key_image\":\""
          + IMAGE
          + "\",\"index_space\":18446744073709551615,\"amount_indexes\":[5]}";

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  @TempDir Path folder;

  private List<Finding> read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("findings"), content);
    List<Finding> findings = new ArrayList<>();
    assertThat(FindingFile.read(file, findings::add)).isEqualTo(findings.size());
    return findings;
  }

  private List<Finding> read(String content) throws IOException {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String block(String kind) throws IOException {
    Matcher found =
        Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    assertThat(found.find()).as(kind).isTrue();
    return found.group(1);
  }

  @Test
  void thePagesTwoExamplesSayTheSame() throws IOException {
    List<Finding> findings = read(block("json"));
    assertThat(findings).hasSize(2).isEqualTo(read(block("csv")));
    assertThat(findings.get(1).heuristic())
        .isEqualTo(new HeuristicId("my-odds", "2.1", "window=10"));
    assertThat(findings.get(1).claim().kind()).isEqualTo(Claim.Kind.WEIGHTS);
  }

  @Test
  void everyClaimAndGuaranteeIsRead() throws IOException {
    String csv =
        FindingCsv.HEADER
            + "\r\n"
            + "h,1,\"a=1,b=2\",proven,,output_spent,,7,5,\r\n"
            + "h,1,,conditional,\"if \"\"so\"\"\",member_eliminated,"
            + IMAGE
            + ",0,5,\r\n"
            + "h,1,,statistical,,ring_narrowed,"
            + IMAGE
            + ",0,5 6,";
    KeyImage image = KeyImage.parse(IMAGE);
    assertThat(read(csv))
        .containsExactly(
            new Finding(
                new HeuristicId("h", "1", "a=1,b=2"),
                Guarantee.PROVEN,
                new Claim.OutputSpent(new OutputName(7, 5))),
            new Finding(
                new HeuristicId("h", "1", ""),
                Guarantee.onlyIf("if \"so\""),
                new Claim.MemberEliminated(image, new OutputName(0, 5))),
            new Finding(
                new HeuristicId("h", "1", ""),
                Guarantee.STATISTICAL,
                new Claim.RingNarrowed(image, 0, new long[] {5, 6})));
    assertThat(read(RESOLVED).get(0).claim())
        .isEqualTo(new Claim.RingResolved(image, new OutputName(-1, 5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{} {}",
        "null",
        "{\"a\":1,\"a\":2}",
        "{\"heuristic\":\"h\"}",
        "{\"colour\":\"red\"}",
        "{\"heuristic\":7}"
      })
  void aLineThatIsNoFindingIsRefusedWithItsNumber(String line) {
    assertThatThrownBy(() -> read(RESOLVED + "\n" + line + "\n"))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("findings line 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[5] to [5,6]",
        "[5] to [5.5]",
        "[5] to [9223372036854775808]",
        "[5] to [\"5\"]",
        "[5] to 5",
        "[5] to []",
        "[5] to [-1]",
        "18446744073709551615 to 18446744073709551616",
        "18446744073709551615 to -1",
        "proven to certain",
        "proven to conditional",
        "ring_resolved to label",
        "ring_resolved to weights",
        "ring_resolved to output_spent",
        "abab to zzab",
        "\"1\" to \"\""
      })
  void aValueThatCannotBeIsRefused(String change) {
    String[] fromTo = change.split(" to ", -1);
    String line = RESOLVED.replaceFirst(Pattern.quote(fromTo[0]), fromTo[1]);
    assertThat(line).isNotEqualTo(RESOLVED);
    assertThatThrownBy(() -> read(RESOLVED + "\n" + line))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", "01", "'5'", "5 // five", ".5"})
  void whatIsNoJsonIsRefusedInOurOwnWords(String number) {
    String line = RESOLVED.replace("[5]", "[" + number + "]");
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("no finding: ")
        .hasMessageContaining("line 1")
        .hasMessageNotContaining("ALLOW_")
        .hasMessageNotContaining("Feature");
  }

  @Test
  void anEmptyFileHasNoLineToName() {
    for (byte[] nothing : List.of(new byte[0], BYTE_ORDER_MARK)) {
      assertThatThrownBy(() -> read(nothing))
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("the file is empty")
          .hasMessageNotContaining("line 0");
    }
  }

  @Test
  void jsonLinesOfNoFindingsAreAnEmptyFile() throws IOException {
    Path file = Files.createFile(folder.resolve("none.jsonl"));
    assertThat(FindingFile.read(file, finding -> {})).isZero();
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    for (String kind : List.of("json", "csv")) {
      byte[] content = block(kind).getBytes(StandardCharsets.UTF_8);
      byte[] marked = Arrays.copyOf(BYTE_ORDER_MARK, BYTE_ORDER_MARK.length + content.length);
      System.arraycopy(content, 0, marked, BYTE_ORDER_MARK.length, content.length);
      assertThat(read(marked)).isEqualTo(read(content));
    }
  }

  @Test
  void whatTheReceiverRefusesIsRefusedWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("findings"), RESOLVED + "\n" + RESOLVED);
    List<Finding> taken = new ArrayList<>();
    FindingSink once =
        finding -> {
          if (!taken.isEmpty()) {
            throw new DataInvalid("a second one", "ring x", "say it once");
          }
          taken.add(finding);
        };
    assertThatThrownBy(() -> FindingFile.read(file, once))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("findings line 2, ring x");
  }

  @Test
  void linesAreBoundedAndUtf8() {
    byte[] endless = new byte[TextLines.LONGEST + 2];
    endless[0] = '{';
    assertThatThrownBy(() -> read(endless))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> read(new byte[] {'{', (byte) 0xff, '\n'}))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> read("")).isInstanceOf(DataInvalid.class);
    assertThatThrownBy(() -> read("key_image,guess\n"))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining(FindingCsv.HEADER);
  }

  @Test
  void whateverStandsThereIsAFindingOrInvalidData() throws IOException {
    Random random = new Random(4);
    List<String> seeds = List.of(block("json"), block("csv"));
    int refused = 0;
    for (int i = 0; i < 4000; i++) {
      byte[] bytes = seeds.get(i % 2).getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(4); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) (random.nextInt(96) + 31);
      }
      try {
        read(bytes);
      } catch (DataInvalid e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(2000, 3999);
  }
}
