package org.ringlight.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.ringlight.cli.format.DocumentPrinter;
import org.ringlight.cli.format.Format;
import org.ringlight.failure.ConfigurationInvalid;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * What {@code block}, {@code tx} and {@code ring} share: one thing is looked up and printed whole.
 */
abstract class LookUp implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  /** Finds the thing, with all that is shown of it. */
  abstract ObjectNode find(Tables tables);

  @Override
  public Integer call() {
    try (Tables tables = Tables.open(parent.data(), OptionalLong.empty())) {
      new DocumentPrinter(parent.out()).print(find(tables), format);
    }
    return ExitCode.DONE;
  }

  /** What is said where the tables do not hold the thing. */
  static ConfigurationInvalid notFound(String what, Object name) {
    return new ConfigurationInvalid(
        "no such " + what + " in the tables: " + name,
        "this chain, as far as it is indexed",
        "check it, or index further; ringlight status says how far the tables reach");
  }
}
