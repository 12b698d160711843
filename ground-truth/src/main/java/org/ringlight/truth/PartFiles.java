package org.ringlight.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ringlight.failure.StoreUnavailable;

/**
 * Files of one folder that are written under other names, {@code NAME.part}, and get their own all
 * at the end: where the last one is, the others are, whole.
 */
public final class PartFiles implements AutoCloseable {

  private static final String UNFINISHED = ".part";

  private final Path folder;
  private final Set<String> names = new LinkedHashSet<>();

  /** Makes the folder where there is none; fails as everything here with StoreUnavailable. */
  public PartFiles(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /** Where the file called {@code name} is to be written; they appear in the order asked for. */
  public Path part(String name) {
    names.add(name);
    return unfinished(name);
  }

  /** Gives every file its name, over one that is there. All of them were written and closed. */
  public void appear() {
    try {
      for (String name : names) {
        Files.move(
            unfinished(name),
            folder.resolve(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw cannot(e);
    }
    names.clear();
  }

  /** Removes what did not appear. */
  @Override
  public void close() {
    try {
      for (String name : names) {
        Files.deleteIfExists(unfinished(name));
      }
    } catch (IOException e) {
      throw cannot(e);
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
