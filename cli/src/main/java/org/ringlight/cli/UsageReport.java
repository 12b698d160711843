package org.ringlight.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.Failure;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed wrongly, what was perhaps meant, and where the help is. */
final class UsageReport implements IParameterExceptionHandler {

  /** What people call some commands, in letters too unlike their names to be guessed from. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "move", "migrate",
          "copy", "migrate",
          "relocate", "migrate",
          "upgrade", "migrate",
          "query", "sql",
          "sync", "index",
          "optimize", "compact",
          "vacuum", "expire");

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    if (problem.getCause() instanceof Failure failure) {
      throw failure;
    }
    CommandLine command = problem.getCommandLine();
    command
        .getErr()
        .println(command.getColorScheme().errorText("ringlight: " + problem.getMessage()));
    String other = meant(problem);
    if (other != null) {
      command.getErr().println("Did you mean: ringlight " + other + "?");
    } else {
      UnmatchedArgumentException.printSuggestions(problem, command.getErr());
    }
    command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static @Nullable String meant(ParameterException problem) {
    return problem instanceof UnmatchedArgumentException unmatched
        ? OTHER_NAMES.get(unmatched.getUnmatched().get(0))
        : null;
  }
}
