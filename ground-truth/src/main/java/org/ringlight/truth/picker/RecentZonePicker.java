package org.ringlight.truth.picker;

import java.util.random.RandomGenerator;

/**
 * A share of the decoys from the newest days, the others from the whole chain, both triangular:
 * RingCT from v0.10.1 to v0.12, cleartext amounts to this day. A wallet counts the recent
 * candidates of a ring out beforehand, which {@link WalletVersion#ring} does; one draw here is
 * recent with the wanted share as its chance.
 *
 * <p>Source: monero v0.10.1 and v0.11.0.0 src/wallet/wallet2.cpp, get_outs, RECENT_OUTPUT_RATIO and
 * RECENT_OUTPUT_ZONE; get_output_histogram of the daemon cuts at ten blocks and at a timestamp,
 * here at the height so many blocks of 120 s back.
 */
public final class RecentZonePicker implements Picker {

  private final double share;
  private final int zoneBlocks;

  private RecentZonePicker(double share, int zoneBlocks) {
    this.share = share;
    this.zoneBlocks = zoneBlocks;
  }

  /** 25 % of the last five days: v0.10.1. */
  public static RecentZonePicker fiveDays() {
    return new RecentZonePicker(0.25, 5 * 720);
  }

  /** 50 % of the last 1.8 days: from v0.11.0. */
  public static RecentZonePicker almostTwoDays() {
    return new RecentZonePicker(0.5, 1296);
  }

  @Override
  public long pick(OutputSupply supply, RandomGenerator random) {
    long recent = recent(supply);
    return recent > 0 && random.nextDouble() < share
        ? pickRecent(supply, random)
        : TriangularPicker.pick(Usable.outputs(supply, Usable.SPENDABLE_AGE), random);
  }

  @Override
  public DecoyModel model(OutputSupply supply) {
    long usable = Usable.outputs(supply, Usable.SPENDABLE_AGE);
    long recent = recent(supply);
    double inZone = recent > 0 ? share : 0;
    return new IndexModel(
        supply,
        index ->
            (1 - inZone) * TriangularPicker.below(index, usable)
                + (recent > 0
                    ? inZone * TriangularPicker.below(index - (usable - recent), recent)
                    : 0));
  }

  /** The number of outputs old enough and still in the zone. */
  long recent(OutputSupply supply) {
    return Usable.outputs(supply, Usable.SPENDABLE_AGE) - supply.countAged(zoneBlocks + 1);
  }

  /** One of those. */
  long pickRecent(OutputSupply supply, RandomGenerator random) {
    long recent = recent(supply);
    return supply.countAged(zoneBlocks + 1) + TriangularPicker.pick(recent, random);
  }

  /**
   * How many of {@code requested} candidates are to be recent, the true spend's own place already
   * taken off.
   */
  int recentOf(int requested, OutputSupply supply, long trueIndex) {
    long recent = recent(supply);
    int wanted = (int) Math.min(Math.max(1, (long) (requested * share)), recent);
    boolean spendsRecent = trueIndex >= supply.countAged(zoneBlocks + 1);
    return spendsRecent && wanted > 0 ? wanted - 1 : wanted;
  }
}
