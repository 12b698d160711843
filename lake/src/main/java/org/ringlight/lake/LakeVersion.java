package org.ringlight.lake;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.iceberg.StoreErrors;
import org.ringlight.lake.iceberg.Warehouse;

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

  /** Refuses tables of another version. */
  static void check(Path folder) {
    Path file = folder.resolve(FILE);
    StoreErrors.run(file, () -> refuseOther(file, read(file)));
  }

  /** Whether {@code folder} is a data directory, in order or not. */
  static boolean isThere(Path folder) {
    return !isMissing(folder) || Warehouse.isThere(folder);
  }

  /** Whether {@code folder} has no mark. */
  static boolean isMissing(Path folder) {
    return !Files.exists(folder.resolve(FILE));
  }

  /** Whether {@code folder} has tables, but no mark that says of which version. */
  static boolean isLost(Path folder) {
    Path file = folder.resolve(FILE);
    return isMissing(folder)
        ? Warehouse.isThere(folder)
        : StoreErrors.at(file, () -> !isVersion(read(file)));
  }

  /** Marks {@code folder} with {@code version}. */
  static void write(Path folder, LocalFiles files, int version) {
    Path file = folder.resolve(FILE);
    StoreErrors.run(file, () -> files.writeDurably(file, KEY + "=" + version + "\n"));
  }

  /** Whether the tables in {@code folder} were written by an earlier version. */
  static boolean isEarlier(Path folder) {
    Path file = folder.resolve(FILE);
    return StoreErrors.at(file, () -> isEarlier(read(file)));
  }

  private static boolean isEarlier(String version) {
    return isVersion(version) && Integer.parseInt(version) < CURRENT;
  }

  private static boolean isVersion(String version) {
    return version.matches("[1-9][0-9]{0,8}");
  }

  /** Refuses a folder whose tables lost their mark, and one that is no data directory. */
  static void requireMarked(Path folder) {
    requireThere(folder);
    if (isMissing(folder)) {
      throw lost("the file that says of which version the tables are is missing", folder);
    }
  }

  private static DataInvalid lost(String what, Path folder) {
    return new DataInvalid(
        what,
        folder.resolve(FILE).toString(),
        "run ringlight migrate, which writes it anew after looking at the tables");
  }

  /** Refuses a folder that is no data directory. */
  static void requireThere(Path folder) {
    if (!isThere(folder)) {
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
    if (!isVersion(version)) {
      throw lost(
          "the file that says of which version the tables are is damaged",
          LocalFiles.folderOf(file));
    }
    throw new ConfigurationInvalid(
        "the tables have layout version '" + version + "', this program works with " + CURRENT,
        file.toString(),
        isEarlier(version)
            ? "run ringlight migrate"
            : "use a newer version of this program, or another data directory (--data)");
  }
}
