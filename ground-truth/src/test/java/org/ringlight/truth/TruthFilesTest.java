package org.ringlight.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

class TruthFilesTest {

  private static final KeyImage IMAGE = KeyImage.parse("ab".repeat(32));

  @Test
  void whatIsWrittenIsReadBackUnsignedNumbersToo(@TempDir Path folder) throws IOException {
    List<TrueSpend> spends =
        List.of(
            new TrueSpend(IMAGE, 0, 157_450_727, 3, "ann"),
            new TrueSpend(KeyImage.parse("cd".repeat(32)), -1, -2, 0, "bob"));
    Path file = folder.resolve("truth.csv");
    TruthFiles.writeSpends(file, spends);
    assertThat(TruthFiles.readSpends(file)).isEqualTo(spends);
    assertThat(Files.readString(file))
        .startsWith("key_image,index_space,amount_index,position,owner\n")
        .contains(",0,157450727,3,ann\n")
        .contains(",18446744073709551615,18446744073709551614,0,bob\n");

    List<KnownOutput> outputs =
        List.of(
            new KnownOutput(new OutputName(0, 7), "ann", 35_184_338_534_400L),
            new KnownOutput(new OutputName(-1, -2), "bob", -3));
    Path outputFile = folder.resolve("outputs.csv");
    TruthFiles.writeOutputs(outputFile, outputs);
    assertThat(TruthFiles.readOutputs(outputFile)).isEqualTo(outputs);
    assertThat(Files.readString(outputFile))
        .startsWith("index_space,amount_index,owner,amount\n0,7,ann,35184338534400\n")
        .endsWith("\n18446744073709551615,18446744073709551614,bob,18446744073709551613\n");

    List<AddressLabel> labels = List.of(new AddressLabel("4ab", "ex", "exchange deposit", "ann"));
    Path labelFile = folder.resolve("labels.csv");
    TruthFiles.writeLabels(labelFile, labels);
    assertThat(TruthFiles.readLabels(labelFile)).isEqualTo(labels);
  }

  @Test
  void aFileThatIsNoTruthIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("truth.csv");
    Files.writeString(file, "something,else\n");
    assertThatThrownBy(() -> TruthFiles.readSpends(file)).isInstanceOf(DataInvalid.class);

    TruthFiles.writeSpends(file, List.of(new TrueSpend(IMAGE, 0, 1, 2, "ann")));
    Files.writeString(file, Files.readString(file) + "zz,0,1,2,bob\n");
    assertThatThrownBy(() -> TruthFiles.readSpends(file))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("line 3");
  }

  @Test
  void aNameThatWouldBreakALineIsRefused(@TempDir Path folder) {
    List<TrueSpend> spends = List.of(new TrueSpend(IMAGE, 0, 1, 2, "ann, and bob"));
    assertThatThrownBy(() -> TruthFiles.writeSpends(folder.resolve("t.csv"), spends))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
