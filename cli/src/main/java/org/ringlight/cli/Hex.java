package org.ringlight.cli;

import java.util.Locale;
import org.ringlight.failure.ConfigurationInvalid;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Hashes and keys as they are typed. */
final class Hex {

  private Hex() {}

  /**
   * The 64 digits in lower case.
   *
   * @throws ParameterException where it is something else
   */
  static String required(String typed, String what, CommandSpec command) {
    if (!typed.matches("[0-9a-fA-F]{64}")) {
      throw new ParameterException(
          command.commandLine(), "'" + typed + "' is not " + what + "; a hash has 64 hex digits");
    }
    return typed.toLowerCase(Locale.ROOT);
  }

  static ConfigurationInvalid notFound(String what, String typed) {
    return new ConfigurationInvalid(
        "no such " + what + " in the tables: " + typed,
        "this chain, as far as it is indexed",
        "check it, or index further; ringlight status says how far the tables reach");
  }
}
