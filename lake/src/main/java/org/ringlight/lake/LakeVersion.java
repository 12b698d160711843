package org.ringlight.lake;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.iceberg.StoreErrors;

/**
 * The version of the tables' layout, kept in a file of the data directory. A step up goes with a
 * migration.
 */
final class LakeVersion {

  /** What this program reads and writes: since 2, every ring is in the forward index. */
  static final int CURRENT = 2;

  static final String FILE = "lake.properties";
  private static final String KEY = "schema";

  private LakeVersion() {}

  /** Refuses tables of another version; marks a new data directory with this one. */
  static void check(Path folder, LocalFiles files) {
    Path file = folder.resolve(FILE);
    StoreErrors.run(
        file,
        () -> {
          if (Files.exists(file)) {
            refuseOther(file, read(file));
          } else {
            write(folder, files);
          }
        });
  }

  /** Marks {@code folder} with this program's version. */
  static void write(Path folder, LocalFiles files) {
    Path file = folder.resolve(FILE);
    StoreErrors.run(file, () -> files.writeDurably(file, KEY + "=" + CURRENT + "\n"));
  }

  /** Whether the tables in {@code folder} were written by an earlier version. */
  static boolean isEarlier(Path folder) {
    Path file = folder.resolve(FILE);
    return StoreErrors.at(file, () -> isEarlier(read(file)));
  }

  private static boolean isEarlier(String version) {
    return version.matches("[1-9][0-9]{0,8}") && Integer.parseInt(version) < CURRENT;
  }

  /** Refuses a folder that is no data directory. */
  static void requireThere(Path folder) {
    if (!Files.exists(folder.resolve(FILE))) {
      throw new ConfigurationInvalid(
          "there are no tables",
          folder.toString(),
          "run ringlight index or ringlight demo first, or name their folder with --data");
    }
  }

  private static String read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties.getProperty(KEY, "").strip();
  }

  private static void refuseOther(Path file, String version) {
    if (version.equals(Integer.toString(CURRENT))) {
      return;
    }
    throw new ConfigurationInvalid(
        "the tables have layout version '" + version + "', this program works with " + CURRENT,
        file.toString(),
        isEarlier(version)
            ? "run ringlight migrate"
            : "use a newer version of this program, or another data directory (--data)");
  }
}
