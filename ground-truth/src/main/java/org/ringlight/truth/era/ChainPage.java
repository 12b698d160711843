package org.ringlight.truth.era;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says of an era chain how it was made and what is in it. */
final class ChainPage {

  private ChainPage() {}

  /**
   * The page.
   *
   * @param eras by hard fork: blocks, transactions, rings, outputs
   */
  static String of(
      EraOptions options, Branch branch, EraChain.Written written, Map<Integer, long[]> eras) {
    StringBuilder page = new StringBuilder(2048);
    page.append(
        """
        # A written chain

        Made, not mined: nothing in it is signed, no key in it is anybody's. Every true spend is
        known. Ages are counted in blocks of 120 seconds, whatever the timestamps say.

        """);
    line(page, "seed", "" + options.seed());
    line(page, "blocks", count(written.blocks()));
    line(
        page,
        "transactions",
        count(written.transactions()) + " of " + count(options.transactions()) + " asked for");
    line(page, "rings", count(written.rings()));
    line(page, "outputs", count(written.outputs()));
    line(page, "time", options.modernFrom().map(d -> "hard fork 16 from " + d).orElse("2014-2024"));
    line(page, "ages of what is spent, in seconds", options.spendAges().toString());
    line(
        page,
        "without",
        options.without().isEmpty()
            ? "nothing left out"
            : options.without().stream()
                .sorted()
                .map(Feature::word)
                .collect(Collectors.joining(", ")));
    if (branch.mark() != 0) {
      line(page, "leaves the first chain", "at height " + branch.leaves());
    }
    page.append(
        "\n| hard fork | blocks | transactions | rings | outputs |\n|---|---|---|---|---|\n");
    eras.forEach(
        (hardFork, n) ->
            page.append(
                String.format(
                    Locale.ROOT,
                    "| %d | %,d | %,d | %,d | %,d |%n",
                    hardFork,
                    n[0],
                    n[1],
                    n[2],
                    n[3])));
    return page.toString();
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static void line(StringBuilder page, String what, String value) {
    page.append("- ").append(what).append(": ").append(value).append('\n');
  }
}
