package org.ringlight.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiled code cannot show: sizes, null marks, and the page that quotes the rules. */
class SourcesTest {

  private static final Path ROOT = Path.of(System.getProperty("ringlight.root", ".."));
  private static final long CEILING_BYTES = 20_000;

  @Test
  void theArchitecturePageQuotesTheRulesAsTheyAre() throws IOException {
    String test =
        Files.readString(
            ROOT.resolve("cli/src/test/java/org/ringlight/architecture/ArchitectureTest.java"));
    String rules =
        test.substring(
                test.indexOf("// tag::rules[]") + "// tag::rules[]".length(),
                test.indexOf("// end::rules[]"))
            .stripIndent()
            .strip();
    assertThat(Files.readString(ROOT.resolve("docs/architecture.md")))
        .as("docs/architecture.md must hold this, word for word")
        .contains(rules);
  }

  @Test
  void noFileHasGrownTwoSubjects() {
    assertThat(sources(file -> size(file) > CEILING_BYTES)).isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(sources(file -> !isMarked(file.resolveSibling("package-info.java")))).isEmpty();
  }

  private static boolean isMarked(Path inside) {
    // a test package of the same name is marked by the main one
    Path main = Path.of(inside.toString().replace("/src/test/java/", "/src/main/java/"));
    return Stream.of(inside, main)
        .anyMatch(f -> Files.exists(f) && read(f).contains("@NullMarked"));
  }

  private static List<Path> sources(Predicate<Path> wanted) {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(SourcesTest::walk)
          .filter(file -> file.toString().endsWith(".java"))
          .filter(wanted)
          .map(ROOT::relativize)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
