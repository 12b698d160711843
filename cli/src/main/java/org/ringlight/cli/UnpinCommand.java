package org.ringlight.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.table.Namespace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight unpin}. */
@Command(
    name = "unpin",
    description = {
      "Forgets a pin. Its commit goes with the next expiry, unless it is one of the newest,"
          + " somebody reads it, or another pin holds it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight status | grep -A 20 pins      # their names",
      "  ringlight unpin 42-0b0d6f3e-5a54-4c0e-9a53-7d1f6f0c2f11"
    })
final class UnpinCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Parameters(paramLabel = "PIN", description = "The pin's name, as pin and status print it.")
  String pin;

  @Override
  public Integer call() {
    try (Lake lake = Lake.openExisting(parent.data())) {
      Namespace namespace =
          Arrays.stream(Namespace.values())
              .filter(one -> lake.pins(one).stream().anyMatch(there -> there.id().equals(pin)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new ConfigurationInvalid(
                          "there is no pin '" + pin + "'",
                          lake.folder().toString(),
                          "ringlight status lists those there are"));
      lake.unpin(namespace, pin);
      parent.talk().println("Forgotten: " + pin);
    }
    return ExitCode.DONE;
  }
}
