package org.ringlight.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.ringlight.failure.Failure;
import picocli.CommandLine;

/** Where the process starts. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    CommandLine line = commandLine();
    try {
      int code = line.execute(arguments);
      if (line.getOut().checkError() && code == ExitCode.DONE) {
        line.getErr()
            .println(
                "ringlight: the results could not be written [standard output]; check the disk or"
                    + " the program they go to");
        return ExitCode.UNREACHABLE;
      }
      return code;
    } catch (OutOfMemoryError e) {
      line.getErr()
          .println(
              "ringlight: not enough memory [Java heap]; give it more, as in"
                  + " RINGLIGHT_JAVA_OPTIONS=-Xmx2g");
      return ExitCode.CONFIGURATION;
    } catch (Failure e) {
      line.getErr().println("ringlight: " + e.getMessage());
      return ExitCode.of(e);
    }
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
    line.setExecutionStrategy(new TypedWhole());
    line.setParameterExceptionHandler(new UsageReport());
    line.setUsageHelpAutoWidth(true);
    return line;
  }
}
