package org.ringlight.graph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;

class QueryLibraryTest {

  private static final String OWN =
      """
      // title: Mine
      // question: What?
      // column n: a number
      // cost: nothing
      RETURN 1 AS n
      """;

  private final Path folder;

  QueryLibraryTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> names(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(suffix))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .toList();
    }
  }

  private static Path beside(Class<?> type, String resource) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(type.getResource(resource)).toURI());
  }

  @Test
  void everyFileIsListedAndHasAnExpectationAndATwin() throws IOException, URISyntaxException {
    List<String> library = QueryLibrary.bundled().queries().stream().map(NamedQuery::name).toList();
    assertThat(library).hasSizeGreaterThanOrEqualTo(42).allMatch(QueryFile::isName);
    Path files = Objects.requireNonNull(beside(QueryLibrary.class, "queries.txt").getParent());
    assertThat(names(files, ".cypher")).containsExactlyInAnyOrderElementsOf(library);
    Path tests = Objects.requireNonNull(beside(Planted.class, "findings.csv").getParent());
    assertThat(names(tests, ".expected")).containsExactlyInAnyOrderElementsOf(library);
    assertThat(names(tests, ".sql")).containsExactlyInAnyOrderElementsOf(library);
  }

  @Test
  void whatAHubCouldBlowUpHasACap() {
    assertThat(QueryLibrary.bundled().queries())
        .allMatch(query -> query.text().contains("LIMIT $limit"))
        .allMatch(query -> query.parameters().stream().anyMatch(p -> p.name().equals("limit")));
  }

  @Test
  void ownFolderAddsQueries() throws IOException {
    write("mine.cypher", OWN);
    write(".hidden.cypher", "no query");
    write("notes.txt", "no query");
    QueryLibrary library = QueryLibrary.bundled().with(folder);
    assertThat(library.query("mine").title()).isEqualTo("Mine");
    assertThat(library.queries()).hasSize(QueryLibrary.bundled().queries().size() + 1);
  }

  @Test
  void nameThatIsTakenIsRefused() throws IOException {
    Path file = write("ring-members.cypher", OWN);
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> QueryLibrary.bundled().with(folder))
        .withMessageContaining(file.toString());
  }

  @Test
  void nameThatIsNoneIsRefused() throws IOException {
    write("My Query.cypher", OWN);
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> QueryLibrary.bundled().with(folder))
        .withMessageContaining("No name of a query: 'My Query'");
  }

  @Test
  void fileThatIsTooLargeIsRefused() throws IOException {
    write("large.cypher", OWN + "/*" + "x".repeat(QueryFile.MAX_BYTES) + "*/");
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> QueryLibrary.bundled().with(folder))
        .withMessageContaining("Larger than 65536 bytes");
  }

  @Test
  void fileThatIsNotUtf8IsRefused() throws IOException {
    Files.write(
        folder.resolve("latin.cypher"), "// title: ä".getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> QueryLibrary.bundled().with(folder))
        .withMessageContaining("Not UTF-8");
  }

  @Test
  void folderThatIsNotThereIsSaid() {
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> QueryLibrary.bundled().with(folder.resolve("nowhere")))
        .withMessageContaining("nowhere");
  }

  @Test
  void queryThatIsNotThereIsSaidWithTheNames() {
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> QueryLibrary.bundled().query("ring-member"))
        .withMessageContaining("'ring-member'")
        .withMessageContaining("ring-members");
  }
}
