package org.ringlight.cli;

import org.ringlight.failure.Failure;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed wrongly, what was perhaps meant, and where the help is. */
final class UsageReport implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    if (problem.getCause() instanceof Failure failure) {
      throw failure;
    }
    CommandLine command = problem.getCommandLine();
    command
        .getErr()
        .println(command.getColorScheme().errorText("ringlight: " + problem.getMessage()));
    UnmatchedArgumentException.printSuggestions(problem, command.getErr());
    command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }
}
