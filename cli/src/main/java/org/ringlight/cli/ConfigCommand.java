package org.ringlight.cli;

import picocli.CommandLine.Command;

/** {@code ringlight config}. */
@Command(
    name = "config",
    description = "Settings: a flag, else the environment, else the settings file, else a default.",
    subcommands = ConfigShowCommand.class,
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight config show", "  RINGLIGHT_DATA=/big/disk ringlight config show"})
final class ConfigCommand {

  @picocli.CommandLine.ParentCommand Ringlight parent;
}
