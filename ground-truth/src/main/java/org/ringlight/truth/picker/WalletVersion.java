package org.ringlight.truth.picker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/**
 * The releases of Monero that chose decoys differently. Each stands for itself and for the releases
 * up to the next one here; dates are those of the tags. See docs/reference/decoy-pickers.md for
 * sources, known bugs, and what is left out.
 */
public enum WalletVersion implements RingMaker {
  V0_8_8("2014-04-18", new UniformPicker(), RingRecipe.DAEMON),
  V0_9_0("2016-01-01", new TriangularPicker(), RingRecipe.DAEMON),
  V0_10_0("2016-09-18", new TriangularPicker(), RingRecipe.SHUFFLED),
  V0_10_1("2016-12-13", RecentZonePicker.fiveDays(), RingRecipe.SHUFFLED),
  V0_11_0("2017-09-06", RecentZonePicker.almostTwoDays(), RingRecipe.SHUFFLED),

  /** As v0.11.0 but for the ratios around a key-reusing fork, which are left out. */
  V0_12_0("2018-03-24", RecentZonePicker.almostTwoDays(), RingRecipe.SHUFFLED),

  /** v0.13.0.2, the first release of v0.13. */
  V0_13_0("2018-10-09", GammaInBlocks.ofOneBlock(), RingRecipe.SHUFFLED),
  V0_13_0_4("2018-10-23", GammaInBlocks.widened(), RingRecipe.SHUFFLED),
  V0_14_1("2019-06-14", GammaLineup.countedFromTheUnlocked(), RingRecipe.SHUFFLED),
  V0_17_2_3("2021-08-29", GammaLineup.windowOfFiftyBlocks(), RingRecipe.SHUFFLED),
  V0_17_3("2021-11-30", GammaLineup.windowOfFifteenBlocks(), RingRecipe.SHUFFLED),

  /** The picker of v0.17.3.0, under the name by which it is known. */
  V0_18_0("2022-07-15", GammaLineup.windowOfFifteenBlocks(), RingRecipe.SHUFFLED),

  /** The change stands in the tag v0.18.2.1 of a week earlier already. */
  V0_18_2_2("2023-04-02", GammaLineup.withTheTenthBlock(), RingRecipe.SHUFFLED),
  V0_18_3_2("2024-03-08", GammaLineup.withTheTenthBlock(), RingRecipe.FIRST_PICKED);

  private static final RecentZonePicker CLEARTEXT = RecentZonePicker.almostTwoDays();

  private final Instant released;

  @SuppressWarnings("ImmutableEnumChecker") // pickers have no state, as their contract says
  private final Picker picker;

  private final RingRecipe recipe;

  WalletVersion(String released, Picker picker, RingRecipe recipe) {
    this.released = LocalDate.parse(released).atStartOfDay(ZoneOffset.UTC).toInstant();
    this.picker = picker;
    this.recipe = recipe;
  }

  /** The newest version released by {@code time}; the oldest if none was. */
  public static WalletVersion newestAt(Instant time) {
    WalletVersion newest = V0_8_8;
    for (WalletVersion version : values()) {
      if (!version.released.isAfter(time)) {
        newest = version;
      }
    }
    return newest;
  }

  /** The start of the day of the tag, UTC. */
  public Instant released() {
    return released;
  }

  /**
   * How this version draws decoys for a space: the gamma pickers serve RingCT only, cleartext
   * amounts keep the picker of v0.11.0.
   *
   * @param indexSpace 0 for RingCT, else the cleartext amount
   */
  public Picker picker(long indexSpace) {
    return indexSpace == OutputSupply.RINGCT || compareTo(V0_11_0) <= 0 ? picker : CLEARTEXT;
  }

  /** How likely this version is to draw each output of {@code supply} with one draw. */
  public DecoyModel model(OutputSupply supply) {
    return picker(supply.indexSpace()).model(supply);
  }

  /**
   * The ring this version makes for a spend: the true output and {@code ringSize - 1} decoys that
   * are not locked. Allocates little more than the result.
   *
   * @param supply the chain as the wallet saw it
   * @param trueIndex the output spent, in {@code supply}
   * @param ringSize members wanted; 1 for a spend without decoys
   * @return {@code ringSize} different indices, ascending, {@code trueIndex} among them
   * @throws IllegalArgumentException if {@code supply} has too few usable outputs; the wallet
   *     refuses with "not enough outputs to mix"
   */
  @Override
  public long[] ring(OutputSupply supply, long trueIndex, int ringSize, RandomGenerator random) {
    if (ringSize < 1 || trueIndex < 0 || trueIndex >= supply.count()) {
      throw new IllegalArgumentException(
          "a ring of " + ringSize + " for output " + trueIndex + " of " + supply.count());
    }
    if (ringSize == 1) {
      return new long[] {trueIndex};
    }
    return recipe.ring(picker(supply.indexSpace()), supply, trueIndex, ringSize, random);
  }
}
