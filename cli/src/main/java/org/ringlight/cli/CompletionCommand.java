package org.ringlight.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight completion}. */
@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in bash and zsh.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(ringlight completion)",
      "  ringlight completion > ~/.local/share/bash-completion/completions/ringlight"
    })
final class CompletionCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Override
  public Integer call() {
    parent.out().print(AutoComplete.bash("ringlight", parent.spec.commandLine()));
    parent.out().flush();
    return ExitCode.DONE;
  }
}
