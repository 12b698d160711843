package org.ringlight.lake.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that is written beside its name and gets it when it is whole; until then, and where
 * writing fails, what had that name stays. Two may be on their way to one name: the last to appear
 * has it.
 */
public final class NewFile implements AutoCloseable {

  private final Path file;
  private final Path part;

  /**
   * Of that name, in a folder that is there.
   *
   * @param file a link is replaced, not what it points to
   */
  public NewFile(Path file) {
    this.file = file.toAbsolutePath();
    this.part =
        this.file.resolveSibling(this.file.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  /** Where it is to be written; nothing is there. */
  public Path part() {
    return part;
  }

  /** Gives it its name, in place of what has it. It was written and closed. */
  public void appear() throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes what did not appear. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
  }
}
