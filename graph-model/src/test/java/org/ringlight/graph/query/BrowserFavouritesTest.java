package org.ringlight.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class BrowserFavouritesTest {

  private static final List<NamedQuery> QUERIES = QueryLibrary.bundled().queries();

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BrowserFavourites.zip(QUERIES, bytes);
    return bytes.toByteArray();
  }

  @Test
  void zipHoldsEachQueryInOneFolder() throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script).startsWith("// ").endsWith("\n");
        assertThat(script.lines().filter(line -> !line.startsWith("//")))
            .isNotEmpty()
            .noneMatch(line -> line.contains(";"));
      }
    }
    assertThat(names)
        .isEqualTo(QUERIES.stream().map(query -> "Ringlight/" + query.name() + ".cypher").toList());
  }

  @Test
  void zipOfTheSameQueriesIsTheSame() throws IOException {
    assertThat(zip()).isEqualTo(zip());
  }

  @Test
  void scriptShowsItsTitleAndHowToSetItsParameters() {
    NamedQuery query = QueryLibrary.bundled().query("output-appearances");
    assertThat(BrowserFavourites.script(query).lines().toList())
        .startsWith("// Rings that hold an output", "// " + query.question())
        .contains(
            "// :param [output, limit] =>"
                + " {RETURN {amountIndex: 104211734, indexSpace: 0} AS output, 1000 AS limit}")
        .contains("RETURN path LIMIT $limit");
  }

  @Test
  void literalsAreQuoted() {
    assertThat(CypherLiteral.of("it's a \\")).isEqualTo("'it\\'s a \\\\'");
  }
}
