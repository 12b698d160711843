package org.ringlight.analytics.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.analytics.heuristic.Heuristic;
import org.ringlight.analytics.ring.RingList;
import org.ringlight.failure.ConfigurationInvalid;

/** Jars whose heuristics break down: their author is told, not ours. */
class BrokenPlugInTest {

  private static final String CARD =
      "Card.of(\"broken\", \"1\", Guarantee.STATISTICAL).definition(\"d\").citation(\"c\")"
          + ".applies(\"a\").knownFailures(\"k\").cost(\"o\")";

  @TempDir Path folder;

  /** A jar with the class {@code Broken}. */
  private Path jar(String card, String run) throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("Broken.java"),
            """
            import org.ringlight.analytics.finding.*;
            import org.ringlight.analytics.heuristic.*;
            import org.ringlight.analytics.ring.*;
            public final class Broken implements Heuristic {
              @Override public Card card() { %s }
              @Override public void run(Rings rings, FindingSink findings) { %s }
              private static int deeper(int depth) { return 1 + deeper(depth + 1); }
            }
            """
                .formatted(card, run));
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classes, "-proc:none", source.toString()))
        .isZero();
    Path jar = folder.resolve("broken.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("Broken.class"));
      entries.write(Files.readAllBytes(folder.resolve("Broken.class")));
      entries.putNextEntry(new JarEntry("META-INF/services/" + Heuristic.class.getName()));
      entries.write("Broken".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return null;",
        "throw new IllegalStateException(\"no card\");",
        "deeper(0); return null;"
      })
  void aHeuristicWithoutACardIsNamedWithItsJar(String card) throws IOException {
    Path jar = jar(card, "");
    assertThatThrownBy(() -> PlugIns.open(List.of(jar)).close())
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("card()")
        .hasMessageContaining("Broken")
        .hasMessageContaining("broken.jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new IllegalStateException();",
        "deeper(0);",
        "throw new AssertionError();",
        "throw new NoSuchMethodError();"
      })
  void aRunThatBreaksDownIsNamed(String run) throws IOException {
    try (PlugIns plugIns = PlugIns.open(List.of(jar("return " + CARD + ";", run)))) {
      Heuristic broken = plugIns.heuristics().named(List.of("broken")).get(0);
      assertThatThrownBy(() -> plugIns.run(broken, new RingList(List.of(), 0), finding -> {}))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("the heuristic broke down")
          .hasMessageContaining("heuristic broken")
          .hasMessageContaining("Broken");
    }
  }

  @Test
  void aRunThatNeedsMoreMemoryIsNamed() throws IOException {
    Path jar = jar("return " + CARD + ";", "throw new OutOfMemoryError(\"Java heap space\");");
    try (PlugIns plugIns = PlugIns.open(List.of(jar))) {
      Heuristic broken = plugIns.heuristics().named(List.of("broken")).get(0);
      assertThatThrownBy(() -> plugIns.run(broken, new RingList(List.of(), 0), finding -> {}))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("not enough memory")
          .hasMessageContaining("heuristic broken")
          .hasMessageContaining("-Xmx");
    }
  }
}
