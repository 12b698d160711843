package org.ringlight.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.ringlight.truth.Folders;

/** Spark's class path as the script {@code spark-job} wants it: a folder of jars. */
final class SparkLib {

  private static final String FOLDER = "RINGLIGHT_SPARK_LIB";

  private SparkLib() {}

  /** Fills the folder that this process tells the script of, from what the build wrote down. */
  static void prepare() throws IOException {
    Path root = Path.of(System.getProperty("ringlight.root", "..")).toAbsolutePath();
    Path module = root.resolve("analytics-spark/target");
    Path written = module.resolve("spark.classpath");
    String folder = System.getenv(FOLDER);
    if (folder == null || !Files.exists(written)) {
      throw new IllegalStateException(
          "no " + FOLDER + ", or no " + written + ": run Maven with -pl analytics-spark,cli -am");
    }
    Folders.remove(Path.of(folder));
    Path lib = Files.createDirectories(Path.of(folder));
    List<String> entries =
        new ArrayList<>(List.of(Files.readString(written).strip().split(File.pathSeparator)));
    entries.add(module.resolve("classes").toString());
    int number = 0;
    for (String entry : entries) {
      Path jar = lib.resolve(number++ + "-" + Path.of(entry).getFileName() + ".jar");
      if (Files.isDirectory(Path.of(entry))) {
        int code =
            ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-cf", jar.toString(), "-C", entry, ".");
        if (code != 0) {
          throw new IllegalStateException("no jar of " + entry);
        }
      } else {
        Files.copy(Path.of(entry), jar, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
