package org.ringlight.analytics.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.ringlight.analytics.finding.FindingSink;
import org.ringlight.analytics.heuristic.Heuristic;
import org.ringlight.analytics.ring.Rings;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;

/**
 * Jars with heuristics of others beside those built in. Their code runs with all the rights of this
 * process. Close it when their heuristics have run.
 */
public final class PlugIns implements AutoCloseable {

  private final URLClassLoader loader;
  private final Heuristics heuristics;

  private PlugIns(URLClassLoader loader, Heuristics heuristics) {
    this.loader = loader;
    this.heuristics = heuristics;
  }

  /**
   * Opens {@code jars}; none is fine.
   *
   * @throws ConfigurationInvalid where one is not there, is no jar, or brings no heuristic
   */
  public static PlugIns open(List<Path> jars) {
    URLClassLoader loader =
        new URLClassLoader(
            jars.stream().map(PlugIns::checked).toArray(URL[]::new),
            Heuristics.class.getClassLoader());
    try {
      Heuristics found = Heuristics.visibleTo(loader);
      if (!jars.isEmpty()
          && found.all().stream().allMatch(of -> of.getClass().getClassLoader() != loader)) {
        throw new ConfigurationInvalid(
            "no heuristic comes from the jar",
            jars.toString(),
            "put its class into the jar, in a package of its own");
      }
      return new PlugIns(loader, found);
    } catch (RuntimeException e) {
      close(loader);
      throw e;
    }
  }

  private static URL checked(Path jar) {
    String services = "META-INF/services/" + Heuristic.class.getName();
    try (ZipFile archive = new ZipFile(jar.toFile())) {
      if (archive.getEntry(services) == null) {
        throw new ConfigurationInvalid(
            "the jar names no heuristic", jar.toString(), "name its class in " + services);
      }
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new ConfigurationInvalid(
          Files.exists(jar) ? "this is no jar: " + e.getMessage() : "there is no such file",
          jar.toString(),
          "see docs/how-to/measure-your-own-heuristic.md",
          e);
    }
  }

  /**
   * Runs a heuristic.
   *
   * @throws ConfigurationInvalid where a heuristic of a jar breaks down, or any needs more memory
   *     than there is
   * @throws DataInvalid where {@code findings} refuses one; says whose
   */
  public void run(Heuristic heuristic, Rings rings, FindingSink findings) {
    String name = "heuristic " + Heuristics.card(heuristic).id();
    String place = name + ", " + Heuristics.place(heuristic.getClass());
    try {
      heuristic.run(rings, findings);
    } catch (DataInvalid e) {
      throw e.within(name);
    } catch (Failure e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw new ConfigurationInvalid(
          "not enough memory: " + e.getMessage(),
          place,
          "let it keep less, or give it more, as in RINGLIGHT_JAVA_OPTIONS=-Xmx2g",
          e);
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      if (heuristic.getClass().getClassLoader() != loader) {
        throw e;
      }
      throw new ConfigurationInvalid(
          "the heuristic broke down: " + e, place, "mend it; RINGLIGHT_DEBUG=1 shows where", e);
    }
  }

  /** Those built in, on the class path, and in the jars. */
  public Heuristics heuristics() {
    return heuristics;
  }

  @Override
  public void close() {
    close(loader);
  }

  private static void close(URLClassLoader loader) {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
