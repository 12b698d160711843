package org.ringlight.analytics.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HeuristicCatalogueTest {

  private static final Path PAGE =
      Path.of(System.getProperty("ringlight.root", ".."), "docs/reference/heuristics.md");

  @Test
  void pageIsWhatTheCardsSay() throws IOException {
    String page = HeuristicCatalogue.markdown(Heuristics.onClassPath().all());
    if (Boolean.getBoolean("ringlight.regenerate")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as(
            "the page is stale; regenerate it: mvn -pl analytics -am test"
                + " -Dringlight.regenerate=true -Dtest=HeuristicCatalogueTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false")
        .hasContent(page);
  }
}
