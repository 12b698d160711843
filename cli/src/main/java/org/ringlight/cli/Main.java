package org.ringlight.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the process starts. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The whole command line, as the process and the tests use it. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Ringlight());
    line.setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    Typing.register(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setDefaultValueProvider(new Settings());
    line.setExecutionExceptionHandler(new FailureReport());
    line.setParameterExceptionHandler(new UsageReport());
    line.setUsageHelpAutoWidth(true);
    return line;
  }
}
