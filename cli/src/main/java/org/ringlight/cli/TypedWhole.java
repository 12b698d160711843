package org.ringlight.cli;

import java.util.List;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a command only where every word typed has a meaning. Picocli alone overlooks the others as
 * soon as help is asked for: {@code ringlight move --help} would explain something else.
 */
final class TypedWhole implements IExecutionStrategy {

  private final RunLast runLast = new RunLast();

  @Override
  public int execute(ParseResult typed) throws ExecutionException {
    for (ParseResult part :
        typed.asCommandLineList().stream().map(line -> line.getParseResult()).toList()) {
      List<String> unknown = part.unmatched();
      if (!unknown.isEmpty()) {
        throw new UnmatchedArgumentException(part.commandSpec().commandLine(), unknown);
      }
    }
    return runLast.execute(typed);
  }
}
