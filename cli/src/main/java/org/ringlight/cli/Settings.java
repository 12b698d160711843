package org.ringlight.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an option is when it was not typed: the environment ({@code RINGLIGHT_DATA} for {@code
 * --data}), then the settings file ({@code data = …}), then the default. The file is the one {@code
 * RINGLIGHT_CONFIG} names, or {@code ~/.config/ringlight.properties}.
 */
final class Settings implements IDefaultValueProvider {

  /** Where a value came from, and the value. */
  record Setting(String source, String value) {}

  private @Nullable Properties file;

  static Path filePath() {
    String named = System.getenv("RINGLIGHT_CONFIG");
    return named != null && !named.isEmpty()
        ? Path.of(named)
        : Path.of(System.getProperty("user.home", "."), ".config", "ringlight.properties");
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp()
        ? find(option).map(Setting::value).orElse(null)
        : null;
  }

  /** The environment variable that sets an option. */
  static String variable(OptionSpec option) {
    String name = option.longestName().replaceFirst("^-+", "");
    return "RINGLIGHT_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The value of an option from the environment or the file; empty where neither has one. */
  Optional<Setting> find(OptionSpec option) {
    String name = option.longestName().replaceFirst("^-+", "");
    String variable = variable(option);
    String fromEnvironment = System.getenv(variable);
    if (fromEnvironment != null) {
      return Optional.of(new Setting("environment " + variable, fromEnvironment));
    }
    return Optional.ofNullable(file().getProperty(name))
        .map(value -> new Setting("file " + filePath(), value));
  }

  private Properties file() {
    if (file == null) {
      Properties read = new Properties();
      Path path = filePath();
      if (Files.exists(path)) {
        try (Reader reader = Files.newBufferedReader(path)) {
          read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
          throw new ConfigurationInvalid(
              "the settings file cannot be read: " + e.getMessage(),
              path.toString(),
              "mend it, or name another by RINGLIGHT_CONFIG",
              e);
        }
      } else if (!System.getenv().getOrDefault("RINGLIGHT_CONFIG", "").isEmpty()) {
        throw new ConfigurationInvalid(
            "there is no such settings file", path.toString(), "RINGLIGHT_CONFIG names it");
      }
      file = read;
    }
    return file;
  }
}
