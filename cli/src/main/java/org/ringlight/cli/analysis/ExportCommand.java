package org.ringlight.cli.analysis;

import org.ringlight.cli.Ringlight;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight export}. */
@Command(
    name = "export",
    description = "Writes what was found into files for other programs.",
    subcommands = {ExportSpentOutputsCommand.class, ExportFindingsCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight export spent-outputs --format blackball --out spent.txt",
      "  ringlight export findings --format jsonl --out findings.jsonl"
    })
public final class ExportCommand {

  @ParentCommand Ringlight parent;
}
