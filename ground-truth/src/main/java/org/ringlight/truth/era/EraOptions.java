package org.ringlight.truth.era;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.truth.age.AgeLaw;
import org.ringlight.truth.age.AgeLaws;

/**
 * What chain to make. The same options make the same bytes.
 *
 * @param seed of all that is left to chance
 * @param blocks how many, genesis included
 * @param transactions how many, coinbases left out
 * @param forkAt the first height at which a second chain differs from the first
 * @param modernFrom the date of the first block of a chain that is of hard fork 16 throughout, a
 *     block every 120 seconds; without it all sixteen hard forks with their calendar dates
 * @param spendAges how old what is truly spent is
 * @param without what it does not have
 */
public record EraOptions(
    long seed,
    int blocks,
    long transactions,
    OptionalLong forkAt,
    Optional<LocalDate> modernFrom,
    AgeLaw spendAges,
    Set<Feature> without) {

  /** A modern chain may begin up to this day; timestamps of four bytes end some years later. */
  private static final LocalDate LATEST = LocalDate.of(2090, 1, 1);

  /** Fewer blocks hold neither sixteen eras nor an output that may be spent. */
  public static final int BLOCKS_MIN = 400;

  /** As many blocks as mainnet will have in 2029. */
  public static final int BLOCKS_MAX = 4_000_000;

  /**
   * The most transactions for each block on average: a bootstrap file knows no limit, a node does.
   */
  public static final int TRANSACTIONS_A_BLOCK_MAX = 100;

  /** Two thirds of the spends as wallets expect them, one third younger: people are impatient. */
  public static final String USUAL_SPEND_AGES =
      "0.67*log-gamma(19.28,1.61) + 0.33*log-gamma(27.0,2.9)";

  public EraOptions {
    without = Set.copyOf(without);
    if (blocks < BLOCKS_MIN || blocks > BLOCKS_MAX) {
      throw new ConfigurationInvalid(
          blocks + " blocks",
          "--blocks",
          String.format(Locale.ROOT, "give a number from %,d to %,d", BLOCKS_MIN, BLOCKS_MAX));
    }
    if (transactions < 0 || transactions > (long) blocks * TRANSACTIONS_A_BLOCK_MAX) {
      throw new ConfigurationInvalid(
          transactions + " transactions in " + blocks + " blocks",
          "--txs",
          String.format(
              Locale.ROOT,
              "give a number from 0 to %,d",
              (long) blocks * TRANSACTIONS_A_BLOCK_MAX));
    }
    if (forkAt.isPresent() && (forkAt.getAsLong() < 1 || forkAt.getAsLong() >= blocks)) {
      throw new ConfigurationInvalid(
          "a fork at height " + forkAt.getAsLong() + " of a chain of " + blocks + " blocks",
          "--fork-at",
          "give a height from 1 to " + (blocks - 1));
    }
    if (forkAt.isPresent() && without.contains(Feature.FORKS)) {
      throw new ConfigurationInvalid(
          "a chain with a fork and without forks", "--fork-at, --without forks", "leave one out");
    }
    LocalDate earliest = Timeline.dateOf(Timeline.NEWEST_HARD_FORK);
    if (modernFrom.isPresent()
        && (modernFrom.get().isBefore(earliest) || modernFrom.get().isAfter(LATEST))) {
      throw new ConfigurationInvalid(
          "a modern chain from " + modernFrom.get(),
          "--modern",
          "hard fork 16 began on " + earliest + ": give that date or a later one up to " + LATEST);
    }
  }

  /** Whether the chain has this. */
  public boolean has(Feature feature) {
    return !without.contains(feature);
  }

  /** The same with nothing left out but these. */
  public EraOptions without(Feature... features) {
    Set<Feature> all = EnumSet.noneOf(Feature.class);
    all.addAll(without);
    all.addAll(Set.of(features));
    return new EraOptions(seed, blocks, transactions, forkAt, modernFrom, spendAges, all);
  }

  /** The chain that benchmarks are measured on: 100,000 blocks, 950,000 transactions. */
  public static EraOptions ofBenchmarks() {
    return new EraOptions(
        11,
        100_000,
        950_000,
        OptionalLong.empty(),
        Optional.empty(),
        AgeLaws.parse(USUAL_SPEND_AGES),
        Set.of());
  }
}
