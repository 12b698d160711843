package org.ringlight.cli.truth;

import org.ringlight.cli.Ringlight;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight truth}. */
@Command(
    name = "truth",
    description = "Chains whose every true spend is known: the measure of all claims.",
    subcommands = {
      TruthErasCommand.class,
      TruthRegtestCommand.class,
      TruthServeCommand.class,
      TruthCheckCommand.class,
      TruthTwinCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight truth eras --blocks 2000 --txs 20000 --out eras",
      "  ringlight truth regtest --list",
      "  ringlight truth regtest --story quiet-months --out quiet"
    })
public final class TruthCommand {

  @ParentCommand Ringlight parent;
}
