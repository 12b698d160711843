package org.ringlight.cli.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ringlight.failure.ConfigurationInvalid;

/** Where an export goes: it gets its name when it is whole, in place of what has that name. */
final class OutFile {

  private OutFile() {}

  /**
   * The file that is replaced: a link stays one, and what it points to is written.
   *
   * @throws ConfigurationInvalid where that name is a folder's, a pipe's or a device's, which must
   *     not be replaced
   */
  static Path of(Path typed) {
    if (!Files.exists(typed)) {
      return typed;
    } else if (!Files.isRegularFile(typed)) {
      throw new ConfigurationInvalid(
          "this is no file that can be replaced", typed.toString(), "name a file");
    }
    try {
      return typed.toRealPath();
    } catch (IOException e) {
      throw new ConfigurationInvalid(
          "the file cannot be found: " + e, typed.toString(), "check its name and its rights", e);
    }
  }
}
