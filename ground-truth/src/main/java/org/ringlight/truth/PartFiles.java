package org.ringlight.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.HeldFile;

/**
 * Files of one folder that are written under other names, {@code NAME.part}, and get their own all
 * at the end: where the last one is, the others are, whole. Nobody else writes there meanwhile.
 */
public final class PartFiles implements AutoCloseable {

  private static final String UNFINISHED = ".part";
  private static final String LOCK = "writing.lock";

  private final Path folder;
  private final boolean made;
  private final HeldFile held;
  private final Set<String> names = new LinkedHashSet<>();

  /**
   * Makes the folder where there is none.
   *
   * @throws ConfigurationInvalid if another process writes files there
   * @throws StoreUnavailable if it cannot be written, as everything here
   */
  public PartFiles(Path folder) {
    this.folder = folder;
    this.made = Files.notExists(folder);
    try {
      Files.createDirectories(folder);
      Path lock = folder.toRealPath().resolve(LOCK);
      this.held =
          HeldFile.holdOrCreate(lock)
              .orElseThrow(
                  () ->
                      new ConfigurationInvalid(
                          "another process writes there",
                          folder.toString(),
                          "wait for it, or choose another folder"));
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /**
   * The same for a folder that is new or empty.
   *
   * @throws ConfigurationInvalid also if something is in it
   */
  public static PartFiles inNew(Path folder) {
    PartFiles files = new PartFiles(folder);
    try {
      Folders.requireEmpty(folder, LOCK);
      return files;
    } catch (RuntimeException e) {
      files.close();
      throw e;
    }
  }

  /** Where the file called {@code name} is to be written; they appear in the order asked for. */
  public Path part(String name) {
    names.add(name);
    return unfinished(name);
  }

  /** Gives every file its name. All of them were written and closed. */
  public void appear() {
    try {
      for (String name : names) {
        Files.move(unfinished(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw cannot(e);
    }
    names.clear();
  }

  /** Removes what did not appear, and the folder where it was made for nothing. */
  @Override
  public void close() {
    try {
      for (String name : names) {
        Files.deleteIfExists(unfinished(name));
      }
      held.delete();
      if (made && isEmpty()) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private Path unfinished(String name) {
    return folder.resolve(name + UNFINISHED);
  }

  private StoreUnavailable cannot(IOException e) {
    return new StoreUnavailable(
        "cannot write: " + e.getMessage(),
        folder.toString(),
        "make room, or choose another folder",
        e);
  }
}
