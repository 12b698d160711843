package org.ringlight.analytics.bitcoin.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.DataInvalid;

/** Files of tags as programs write them. */
class TagFileTest {

  private static final String TEXT = "address,owner,category\r\nalice,Zoë,exchange\r\n";

  @TempDir Path folder;

  @Test
  void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
    Path file = Files.writeString(folder.resolve("tags.csv"), "\ufeff" + TEXT);
    assertThat(TagFile.read(file).tags())
        .singleElement()
        .satisfies(tag -> assertThat(tag.owner()).isEqualTo("Zoë"));
  }

  @Test
  void anotherCharacterSetIsSaidAndNotGuessed() throws IOException {
    Path file = folder.resolve("tags.csv");
    Files.write(file, TEXT.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> TagFile.read(file))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("not UTF-8")
        .hasMessageContaining("tags.csv");
  }
}
