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
   *     not be replaced, or a link's to what is not there, or where its folder is not there
   */
  static Path of(Path typed) {
    Path folder = typed.toAbsolutePath().getParent();
    if (Files.isSymbolicLink(typed) && !Files.exists(typed)) {
      throw new ConfigurationInvalid(
          "this is a link to what is not there", typed.toString(), "name a file");
    } else if (folder != null && !Files.isDirectory(folder)) {
      throw new ConfigurationInvalid(
          "there is no such folder", folder.toString(), "make it, or name another");
    } else if (!Files.exists(typed)) {
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
