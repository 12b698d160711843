package org.ringlight.cli;

import java.nio.file.Path;
import org.ringlight.cli.progress.ProgressStyle;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes. */
final class GlobalOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      defaultValue = ".ringlight",
      description = "Where the tables are. Default: ${DEFAULT-VALUE}. Also RINGLIGHT_DATA.")
  Path data = Path.of(".ringlight");

  @Option(
      names = "--progress",
      paramLabel = "auto|off|plain|json",
      scope = ScopeType.INHERIT,
      defaultValue = "auto",
      description = "How progress is shown, on standard error. Default: ${DEFAULT-VALUE}.")
  ProgressStyle progress = ProgressStyle.AUTO;
}
