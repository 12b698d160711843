package org.ringlight.lake.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {

  private static final Path PAGE =
      Path.of(System.getProperty("ringlight.root", ".."), "docs/reference/data-dictionary.md");

  @Test
  void pageIsWhatTheTablesSay() throws IOException {
    if (Boolean.getBoolean("ringlight.regenerate")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, DataDictionary.markdown());
    }
    assertThat(PAGE)
        .as(
            "the page is stale; regenerate it: mvn -pl lake -am test -Dringlight.regenerate=true"
                + " -Dtest=DataDictionaryTest -Dsurefire.failIfNoSpecifiedTests=false")
        .hasContent(DataDictionary.markdown());
  }
}
