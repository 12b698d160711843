package org.ringlight.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QueryReferenceTest {

  private static final Path PAGE =
      Path.of(System.getProperty("ringlight.root", ".."), "docs/reference/queries.md");

  @Test
  void pageIsWhatTheQueriesSay() throws IOException {
    String page = QueryReference.markdown(QueryLibrary.bundled().queries());
    if (Boolean.getBoolean("ringlight.regenerate")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as(
            "the page is stale; regenerate it: mvn -pl graph-model -am test"
                + " -Dringlight.regenerate=true -Dtest=QueryReferenceTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false")
        .hasContent(page);
  }
}
