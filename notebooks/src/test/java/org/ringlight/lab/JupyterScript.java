package org.ringlight.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The script {@code notebooks/jupyter}, with the class path of the tests in place of jars. */
record JupyterScript(Map<String, String> environment) {

  /** What it said, and its exit code. */
  record Answer(int code, String said) {}

  private static final Path SCRIPT =
      Path.of(System.getProperty("ringlight.root", ".."), "notebooks", "jupyter")
          .toAbsolutePath()
          .normalize();

  static Path notebook(String name) {
    return SCRIPT.resolveSibling(name);
  }

  /** With one more variable in its environment. */
  JupyterScript with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new JupyterScript(more);
  }

  Answer does(String... step) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(step));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .put(
            "RINGLIGHT_LAB_CLASSPATH",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    // beside the tests' own Spark on the same two cores
    builder.environment().put("JDK_JAVA_OPTIONS", "-Xmx1g -XX:TieredStopAtLevel=1");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), said);
  }
}
