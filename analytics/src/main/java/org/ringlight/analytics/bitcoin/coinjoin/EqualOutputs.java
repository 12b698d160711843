package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.Arrays;
import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: at least 2 inputs and 3 outputs; with {@code p = (outputs + 1) / 2}, rounded down,
 * participants: as many inputs and as many different input addresses at least; the most frequent
 * output value occurs exactly {@code p} times and is neither 546 nor 2,730 satoshi. All outputs
 * count, also those without an address.
 *
 * <p>Citation: BlockSci 0.7, {@code isCoinjoin} in tx_identification.cpp (Kalodner et al., USENIX
 * Security 2020); GraphSense uses the same rule while it ingests.
 *
 * <p>Guarantee: statistical, confidence 50: the source gives none, so this is a default, not a
 * measurement. Where it applies: any CoinJoin in which everybody has one mixed output and all but
 * one change. Known failures: batch payouts of equal amounts; mixes without change for all. Where
 * two values are equally frequent the source takes any; here one of them that is no dust is enough.
 */
final class EqualOutputs implements CoinJoinDetector {

  private static final int CONFIDENCE = 50;

  /** Values of dust outputs that many payers of tokens and advertisers send. */
  private static final long DUST = 546;

  private static final long OLD_DUST = 2730;

  @Override
  public Optional<CoinJoinSign> look(CoinTransaction tx, Shape shape) {
    int participants = (tx.outputs() + 1) / 2;
    if (tx.inputs() < 2
        || tx.outputs() < 3
        || participants > tx.inputs()
        || participants > shape.inputAddresses().length) {
      return Optional.empty();
    }
    long[] values = new long[tx.outputs()];
    for (int j = 0; j < values.length; j++) {
      values[j] = tx.outputValue(j);
    }
    Arrays.sort(values);
    long mixed = 0;
    for (int from = 0; from < values.length; ) {
      int to = Shape.runEnd(values, from);
      if (to - from > participants) {
        return Optional.empty();
      }
      if (to - from == participants && values[from] != DUST && values[from] != OLD_DUST) {
        mixed = values[from];
      }
      from = to;
    }
    return mixed == 0
        ? Optional.empty()
        : Optional.of(
            new CoinJoinSign(CoinJoinKind.EQUAL_OUTPUTS, CONFIDENCE, participants, mixed));
  }
}
