package org.ringlight.cli.analysis;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The reason of an assertion, which findings name. */
final class Because {

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "TEXT",
      description = "The words in which findings name the assumption.")
  String words = "";

  String words() {
    if (words.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--because wants words");
    }
    return words;
  }
}
