package org.ringlight.analytics.spark.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.spark.JavaProcess;
import org.ringlight.lake.mini.MiniChain;

/** The job of the how-to, as it stands there. */
class HowToTest {

  private static final Path PAGE =
      Path.of(System.getProperty("ringlight.root", ".."))
          .resolve("docs/how-to/write-your-own-spark-job.md");

  @TempDir Path folder;

  @Test
  void theJobOfThePageCompilesAndFindsTheHub()
      throws IOException, InterruptedException, ClassNotFoundException {
    MiniChain chain = MiniChain.ofStory();
    chain.write(folder.resolve("data"));
    Matcher block =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(block.find()).isTrue();
    Path source = folder.resolve("Decoys.java");
    Files.writeString(source, block.group(1));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(
            compiler.run(
                null,
                null,
                null,
                "-cp",
                JavaProcess.classPath(),
                "-d",
                classes.toString(),
                source.toString()))
        .isZero();
    String classPath = classes + File.pathSeparator + JavaProcess.classPath();
    try (JavaProcess job =
        JavaProcess.start(
            folder,
            Map.of("spark.master", "local[2]"),
            classPath,
            "Decoys",
            folder.resolve("data").toString())) {
      List<String> lines = job.success().lines().toList();
      assertThat(lines.get(3))
          .matches("\\|0 +\\|" + chain.resolve("index(mined-12)") + " +\\|15 +\\|");
    }
  }
}
