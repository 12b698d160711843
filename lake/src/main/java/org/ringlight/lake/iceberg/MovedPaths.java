package org.ringlight.lake.iceberg;

import java.nio.file.Path;

/**
 * Absolute paths of files that were moved or copied from one folder to another.
 *
 * @param from the folder they were made in
 * @param to the folder they are in now
 */
record MovedPaths(Path from, Path to) {

  /** Whether a path still says the old place. */
  boolean old(String path) {
    return !Path.of(path).startsWith(to);
  }

  /** Where the file is that a path says to be in the old place, or in the new one. */
  String here(String path) {
    Path said = Path.of(path);
    if (said.startsWith(to)) {
      return path;
    }
    if (!said.startsWith(from)) {
      throw new IllegalArgumentException(path + " is not in " + from);
    }
    return to.resolve(from.relativize(said)).toString();
  }
}
