package org.ringlight.analytics.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Queries that stand as files beside the classes that ask them. */
public final class SqlText {

  private SqlText() {}

  /**
   * The query in {@code file.sql} of the package of {@code asker}.
   *
   * @param file its name without the ending
   */
  public static String of(Class<?> asker, String file) {
    String name = file + ".sql";
    try (InputStream in = Objects.requireNonNull(asker.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
