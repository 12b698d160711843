package org.ringlight.analytics.spark.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.spark.claims.Trust;

/**
 * What was asked for on the command line.
 *
 * @param words the job, and what it takes
 * @param data the data directory
 * @param master where it runs; where absent, {@code spark.master} says, else in this process
 * @param atHeight as of which height
 * @param out the folder to write; where absent, rows are printed
 */
record JobOptions(
    List<String> words,
    Path data,
    Optional<String> master,
    OptionalLong atHeight,
    Optional<String> out,
    RowFormat format,
    Trust trust) {

  static final String USAGE =
      """
      Usage: JOB --data DIR [--master URL] [--at-height H] [--format table|csv|parquet] [--out FOLDER]
      Jobs:
        cascade                    rings resolved by the chain reaction
        cascade findings           with all that follows, and what each rests on
        statistics traceability    rings and how many are resolved, by month and era
        statistics ring-sizes      members that are still possible, by month and era
        statistics closed-sets     how many closed sets there are of each size
      Options:
        --conditional              statistics: count findings that rest on an assumption too
        --out FOLDER               written by the executors: the same path on every machine
      Examples:
        cascade --data /data/my-chain --format csv
        statistics traceability --data /data/my-chain --master spark://host:7077 --at-height 1200000
      """;

  private static final String CONDITIONAL = "--conditional";
  private static final Set<String> VALUED =
      Set.of("--data", "--master", "--at-height", "--out", "--format");

  /** A command line that nobody can follow. */
  static final class Misuse extends Exception {
    private static final long serialVersionUID = 1L;

    Misuse(String message) {
      super(message);
    }
  }

  static JobOptions parse(String... arguments) throws Misuse {
    List<String> words = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    Trust trust = Trust.PROVEN;
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (argument.equals(CONDITIONAL)) {
        trust = Trust.CONDITIONAL;
      } else if (VALUED.contains(argument)) {
        if (++i == arguments.length) {
          throw new Misuse(argument + " wants a value");
        }
        values.put(argument, arguments[i]);
      } else if (argument.startsWith("-")) {
        throw new Misuse("there is no option " + argument);
      } else {
        words.add(argument);
      }
    }
    if (!values.containsKey("--data")) {
      throw new Misuse("--data is missing");
    }
    Optional<String> out = Optional.ofNullable(values.get("--out"));
    RowFormat format =
        RowFormat.of(values.getOrDefault("--format", out.isEmpty() ? "table" : "csv"));
    if (format.toFolder() != out.isPresent() && format != RowFormat.CSV) {
      throw new Misuse(
          "--format " + format.word() + (out.isEmpty() ? " needs" : " has no") + " --out");
    }
    return new JobOptions(
        List.copyOf(words),
        Path.of(Objects.requireNonNull(values.get("--data"))),
        Optional.ofNullable(values.get("--master")),
        height(values.get("--at-height")),
        out,
        format,
        trust);
  }

  private static OptionalLong height(@Nullable String text) throws Misuse {
    if (text == null) {
      return OptionalLong.empty();
    }
    try {
      long height = Long.parseLong(text);
      if (height >= 0) {
        return OptionalLong.of(height);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Misuse("not a height: " + text);
  }
}
