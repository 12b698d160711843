package org.ringlight.cli;

import org.ringlight.failure.Failure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One line for what went wrong outside; a stack trace for what is our own fault. */
final class FailureReport implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine command, ParseResult arguments) {
    if (problem instanceof Failure failure) {
      command
          .getErr()
          .println(command.getColorScheme().errorText("ringlight: " + failure.getMessage()));
      if (System.getenv("RINGLIGHT_DEBUG") != null) {
        failure.printStackTrace(command.getErr());
      }
      return ExitCode.of(failure);
    }
    command
        .getErr()
        .println(
            command
                .getColorScheme()
                .errorText("ringlight: this is a bug of ours; please report it with what follows"));
    problem.printStackTrace(command.getErr());
    return ExitCode.BUG;
  }
}
