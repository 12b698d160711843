package org.ringlight.analytics.plugin;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.heuristic.Card;
import org.ringlight.analytics.heuristic.Heuristic;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Failure;

/** The heuristics that can be run, by name. */
public final class Heuristics {

  private final Map<String, Heuristic> byName = new TreeMap<>();

  private Heuristics() {}

  /** Those built in and those on the class path. */
  public static Heuristics onClassPath() {
    return visibleTo(Heuristics.class.getClassLoader());
  }

  /** Those that {@code loader} can see. */
  static Heuristics visibleTo(@Nullable ClassLoader loader) {
    Heuristics found = new Heuristics();
    try {
      for (Heuristic heuristic : ServiceLoader.load(Heuristic.class, loader)) {
        found.add(heuristic);
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new ConfigurationInvalid(
          "a heuristic cannot be loaded: " + e.getMessage(),
          "META-INF/services/" + Heuristic.class.getName(),
          "name there public classes with a public constructor without parameters, compiled"
              + " against this version",
          e);
    }
    return found;
  }

  private void add(Heuristic heuristic) {
    String name = card(heuristic).id().name();
    Heuristic other = byName.putIfAbsent(name, heuristic);
    if (other != null && other.getClass() != heuristic.getClass()) {
      throw new ConfigurationInvalid(
          "two heuristics are named " + name,
          other.getClass().getName() + " and " + heuristic.getClass().getName(),
          "give one of them another name");
    }
  }

  /**
   * The card of a heuristic that somebody else may have written.
   *
   * @throws ConfigurationInvalid where it gives none
   */
  static Card card(Heuristic heuristic) {
    try {
      return Objects.requireNonNull(heuristic.card(), "it returned null");
    } catch (Failure e) {
      throw e; // says what by itself
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      throw new ConfigurationInvalid(
          "a heuristic's card() gives no card: " + e,
          place(heuristic.getClass()),
          "let it return Card.of(...) with every part filled in",
          e);
    }
  }

  /** The class and, where it is known, the jar or folder it comes from. */
  static String place(Class<?> of) {
    CodeSource source = of.getProtectionDomain().getCodeSource();
    return source == null ? of.getName() : of.getName() + " in " + source.getLocation().getPath();
  }

  /** All of them, in the order of their names. */
  public List<Heuristic> all() {
    return List.copyOf(byName.values());
  }

  /** Those with these names, in this order; all where {@code names} is empty. */
  public List<Heuristic> named(List<String> names) {
    if (names.isEmpty()) {
      return all();
    }
    List<Heuristic> chosen = new ArrayList<>();
    for (String name : names) {
      Heuristic heuristic = byName.get(name);
      if (heuristic == null) {
        throw new ConfigurationInvalid(
            "there is no heuristic " + name,
            "heuristics",
            "choose among " + String.join(", ", byName.keySet()));
      }
      if (!chosen.contains(heuristic)) {
        chosen.add(heuristic);
      }
    }
    return chosen;
  }
}
