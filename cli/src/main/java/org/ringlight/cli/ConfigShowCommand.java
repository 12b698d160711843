package org.ringlight.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ringlight.cli.format.TextTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ParseResult;

/** {@code ringlight config show}. */
@Command(
    name = "show",
    description = "Every setting, its value, and where the value comes from.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight config show",
      "  RINGLIGHT_NODE=http://127.0.0.1:18081 ringlight config show"
    })
final class ConfigShowCommand implements Callable<Integer> {

  @ParentCommand ConfigCommand config;

  @Override
  public Integer call() {
    Settings settings = new Settings();
    ParseResult typed = config.parent.spec.commandLine().getParseResult();
    Map<String, OptionSpec> options = new LinkedHashMap<>();
    collect(config.parent.spec.commandLine(), options);
    try (TextTable table =
        new TextTable(config.parent.out(), List.of("setting", "value", "from", "set by"))) {
      options.forEach((name, option) -> table.add(line(settings, typed, name, option)));
    }
    config.parent.out().println();
    config.parent.out().println("settings file: " + Settings.filePath());
    config.parent.out().flush();
    return ExitCode.DONE;
  }

  private static List<String> line(
      Settings settings, ParseResult typed, String name, OptionSpec option) {
    String ways =
        option.longestName() + ", " + Settings.variable(option) + ", or " + name + " in the file";
    if (typed.hasMatchedOption(option)) {
      return List.of(name, option.getValue().toString(), "flag", ways);
    }
    return settings
        .find(option)
        .map(found -> List.of(name, found.value(), found.source(), ways))
        .orElseGet(
            () ->
                List.of(
                    name,
                    option.defaultValue() == null ? "" : option.defaultValue(),
                    "default",
                    ways));
  }

  private static void collect(CommandLine line, Map<String, OptionSpec> options) {
    for (OptionSpec option : line.getCommandSpec().options()) {
      boolean setting = option.arity().max() > 0 && !option.usageHelp() && !option.versionHelp();
      if (setting) {
        options.putIfAbsent(option.longestName().substring(2), option);
      }
    }
    line.getSubcommands().values().forEach(sub -> collect(sub, options));
  }
}
