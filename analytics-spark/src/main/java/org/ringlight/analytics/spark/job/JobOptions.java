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
import org.ringlight.analytics.spark.contrast.ContrastOptions;

/**
 * What was asked for on the command line.
 *
 * @param words the job, and what it takes
 * @param data the data directory
 * @param master where it runs; where absent, {@code spark.master} says, else in this process
 * @param atHeight as of which height
 * @param out the folder to write; where absent, rows are printed
 * @param contrast what the measures of the contrast are asked with
 */
record JobOptions(
    List<String> words,
    Path data,
    Optional<String> master,
    OptionalLong atHeight,
    Optional<String> out,
    RowFormat format,
    Trust trust,
    ContrastOptions contrast) {

  static final String USAGE =
      """
      Usage: JOB --data DIR [--master URL] [--at-height H] [--format table|csv|parquet] [--out FOLDER]
      Jobs:
        cascade                    rings resolved by the chain reaction
        cascade findings           with all that follows, and what each rests on
        statistics traceability    rings and how many are resolved, by month and era
        statistics ring-sizes      members that are still possible, by month and era
        statistics closed-sets     how many closed sets there are of each size
        statistics clusters        Bitcoin: addresses, transactions, received, balance by cluster
        contrast eras              where eras begin, and outputs up to their end
        contrast anonymity-sets    Monero beside Bitcoin, by day, month and era: outputs that a spend may be of
        contrast proven-share      spends of which it is known what they spend
        contrast origins           outputs that a spend may come from, by hop
        contrast destinations      outputs that what an output holds may lie in, by hop
        contrast poison-bound      with --label: all that could descend from a flow, by hop
        contrast reach             with --label: probability that a flow reaches its label, by hop
        contrast purity            with --label: which part of what could descend does, by day
        contrast dilution-time     with --label: days until that is less than 50, 10, 1 %
        contrast value-taint       with --label: where its value lies, where amounts are known
        contrast all               all of these, into --out
      Options:
        --conditional              statistics, contrast: count findings that rest on an assumption too
        --hops K                   contrast: how far to follow (1 to 20, else 3)
        --worlds N                 contrast: how many worlds to draw (1 to 100000, else 1000)
        --label FILE               contrast: flows to follow, CSV: flow,role,chain,output
        --weights HEURISTIC        contrast: its weights in place of equal ones
        --out FOLDER               written by the executors: the same path on every machine
      Examples:
        cascade --data /data/my-chain --format csv
        statistics traceability --data /data/my-chain --master spark://host:7077 --at-height 1200000
      """;

  private static final String CONDITIONAL = "--conditional";
  private static final Set<String> VALUED =
      Set.of(
          "--data",
          "--master",
          "--at-height",
          "--out",
          "--format",
          "--hops",
          "--worlds",
          "--label",
          "--weights");

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
        trust,
        contrast(values));
  }

  private static ContrastOptions contrast(Map<String, String> values) throws Misuse {
    ContrastOptions usual = ContrastOptions.USUAL;
    return new ContrastOptions(
        count(values, "--hops", usual.hops(), ContrastOptions.MOST_HOPS),
        count(values, "--worlds", usual.worlds(), ContrastOptions.MOST_WORLDS),
        Optional.ofNullable(values.get("--label")).map(Path::of),
        Optional.ofNullable(values.get("--weights")));
  }

  private static int count(Map<String, String> values, String option, int usual, int most)
      throws Misuse {
    String text = values.get(option);
    if (text == null) {
      return usual;
    }
    try {
      int count = Integer.parseInt(text);
      if (count >= 1 && count <= most) {
        return count;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Misuse(option + " takes a number from 1 to " + most + ", not " + text);
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
