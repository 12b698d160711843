package org.ringlight.cli.truth;

import org.ringlight.cli.Ringlight;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight truth}. */
@Command(
    name = "truth",
    description = "Chains whose every true spend is known: the measure of all claims.",
    subcommands = TruthRegtestCommand.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight truth regtest --list",
      "  ringlight truth regtest --story quiet-months --out quiet"
    })
public final class TruthCommand {

  @ParentCommand Ringlight parent;
}
