package org.ringlight.analytics.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.heuristic.Heuristic;
import org.ringlight.analytics.heuristic.UniformGuess;
import org.ringlight.failure.ConfigurationInvalid;

class HeuristicsTest {

  private static final String SERVICES = "META-INF/services/" + Heuristic.class.getName();

  @TempDir Path folder;

  private Path jar(String entry, String content) throws IOException {
    Path jar = Files.createTempFile(folder, "mine", ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry(entry));
      entries.write(content.getBytes(StandardCharsets.UTF_8));
      entries.closeEntry();
    }
    return jar;
  }

  @Test
  void everyHeuristicOfThePackageIsFound() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ringlight.analytics");
    Set<String> there =
        classes.stream()
            .filter(
                of ->
                    of.isAssignableTo(Heuristic.class)
                        && !of.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(of -> of.getName())
            .collect(Collectors.toSet());
    Set<String> found =
        Heuristics.onClassPath().all().stream()
            .map(of -> of.getClass().getName())
            .collect(Collectors.toSet());
    assertThat(found).containsExactlyInAnyOrderElementsOf(there).hasSizeGreaterThan(1);
  }

  @Test
  void everyCardIsFilledIn() {
    for (Heuristic heuristic : Heuristics.onClassPath().all()) {
      assertThat(
              List.of(
                  heuristic.card().definition(),
                  heuristic.card().citation(),
                  heuristic.card().applies(),
                  heuristic.card().knownFailures(),
                  heuristic.card().cost()))
          .as(heuristic.card().id().name())
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void namesChooseInTheirOrderAndEachOnce() {
    Heuristics all = Heuristics.onClassPath();
    assertThat(all.named(List.of("uniform-guess", "guess-newest", "uniform-guess")))
        .extracting(heuristic -> heuristic.card().id().name())
        .containsExactly("uniform-guess", "guess-newest");
    assertThat(all.named(List.of())).isEqualTo(all.all());
    assertThatThrownBy(() -> all.named(List.of("guess-oldest")))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("guess-newest")
        .hasMessageContaining("uniform-guess");
  }

  @Test
  void aJarThatBringsNoHeuristicIsNamed() throws IOException {
    for (Path wrong :
        List.of(
            folder.resolve("missing.jar"),
            Files.writeString(folder.resolve("text.jar"), "no jar"),
            jar("readme.txt", "hello"))) {
      assertThatThrownBy(() -> PlugIns.open(List.of(wrong)).close())
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining(wrong.getFileName().toString());
    }
  }

  @Test
  void aClassThatIsNotThereOrNoHeuristicIsNamed() throws IOException {
    for (String wrong : List.of("no.such.Thing", Heuristics.class.getName())) {
      Path jar = jar(SERVICES, wrong);
      assertThatThrownBy(() -> PlugIns.open(List.of(jar)).close())
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining(wrong);
    }
    for (String nothing : List.of("java.lang.String", UniformGuess.class.getName(), "")) {
      Path jar = jar(SERVICES, nothing);
      assertThatThrownBy(() -> PlugIns.open(List.of(jar)).close())
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("no heuristic comes from");
    }
  }
}
