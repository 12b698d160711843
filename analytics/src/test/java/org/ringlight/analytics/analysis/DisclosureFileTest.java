package org.ringlight.analytics.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/** What an owner discloses, and files that are nothing of the kind. */
class DisclosureFileTest {

  private static final String IMAGE = "ab".repeat(32);

  @TempDir Path folder;

  private List<AssertionBook.Draft> read(String text) throws IOException {
    Path file = folder.resolve("disclosed");
    Files.writeString(file, text);
    return DisclosureFile.read(file, "Ada is right");
  }

  @Test
  void linesMayBeginAndEndAsOnOtherSystems() throws IOException {
    assertThat(read("\ufeff" + DisclosureFile.HEADER + "\r\n" + IMAGE + ",0,7\r\n\r\n"))
        .extracting(AssertionBook.Draft::output)
        .containsExactly(new OutputName(0, 7));
  }

  @Test
  void aWalletsTransfersAreRead() throws IOException {
    assertThat(read("{\"transfers\":[{\"key_image\":\"" + IMAGE + "\",\"global_index\":7}]}"))
        .extracting(AssertionBook.Draft::output)
        .containsExactly(new OutputName(0, 7));
  }

  @Test
  void aWalletsWordOnAnOutputsKeyAndAmountIsKept() throws IOException {
    String key = "8b655970153799af2aeadc9ff1add0ea6c7251d54154cfa92c173a0dd39c1f94";
    assertThat(
            read(
                "{\"transfers\":[{\"key_image\":\""
                    + IMAGE
                    + "\",\"global_index\":7,\"amount\":10000,\"pubkey\":\""
                    + key
                    + "\"}]}"))
        .extracting(AssertionBook.Draft::owned)
        .containsExactly(new AssertionBook.Draft.Owned(10_000, PublicKey.parse(key)));
  }

  @Test
  void ofTwoOutputsThatAWalletWithoutKeysMayMeanNoneIsTaken() throws IOException {
    MiniChain chain = MiniChain.ofStory();
    chain.write(folder.resolve("data"));
    OutputRow row = chain.output("ada-1");
    OutputName clear = new OutputName(row.indexSpace(), row.amountIndex());
    List<AssertionBook.Draft> drafts =
        read(
            "{\"transfers\":[{\"key_image\":\"%s\",\"global_index\":%d,\"amount\":%d}]}"
                .formatted(IMAGE, clear.amountIndex(), clear.indexSpace()));
    try (Lake lake = Lake.openExisting(folder.resolve("data"))) {
      AssertionBook book = new AssertionBook(lake);
      assertThatThrownBy(() -> book.add(drafts))
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("whether this is 0:" + clear.amountIndex() + " or " + clear)
          .hasMessageContaining("disclosed, line 1");
      assertThat(book.standing()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"seven\"", "\"7\"", "1.7", "7e30", "18446744073709551616", "null", "[7]"})
  void anIndexThatIsNoneIsNotTakenForAnother(String index) {
    assertThatThrownBy(
            () ->
                read(
                    "{\"transfers\":[{\"key_image\":\""
                        + IMAGE
                        + "\",\"global_index\":"
                        + index
                        + "}]}"))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("transfer 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", DisclosureFile.HEADER, "\u0000\u0001", "key_image\n"})
  void aFileThatDisclosesNothingIsNone(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("no file of disclosed spends");
  }
}
