package org.ringlight.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.StoreUnavailable;

/** Folders of this module's own making. */
public final class Folders {

  private Folders() {}

  /**
   * Removes a folder with all that is in it; does nothing where there is none; fails with
   * StoreUnavailable.
   */
  public static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new StoreUnavailable(
          "cannot remove: " + e.getMessage(), folder.toString(), "remove it by hand", e);
    }
  }

  /**
   * Refuses a folder that is there and holds something.
   *
   * @param but names of files that may be there
   */
  public static void requireEmpty(Path folder, String... but) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.anyMatch(entry -> Arrays.stream(but).noneMatch(entry::endsWith))) {
        throw new ConfigurationInvalid(
            "the folder is not empty", folder.toString(), "choose a new one for each chain");
      }
    } catch (IOException | UncheckedIOException e) {
      throw new StoreUnavailable(
          "cannot read: " + e.getMessage(), folder.toString(), "choose another folder", e);
    }
  }
}
