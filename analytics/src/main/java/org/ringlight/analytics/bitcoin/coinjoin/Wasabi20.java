package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: at least 20 inputs, at most a tenth of them of one address; every output worth at
 * least 5,000 satoshi and of another address; at least three values occur twice or more
 * (denominations), on at least half of all outputs without the coordinator's, but not on all.
 *
 * <p>Citation: Stütz et al., AFT 2022 (arXiv 2109.10229), for the idea; thresholds of
 * graphsense-lib 2.16.0, {@code _wasabi_20_heuristic}. Confidence 60, as there. Participants are a
 * lower bound: ten input addresses each.
 *
 * <p>Guarantee: statistical. Where it applies: Wasabi 2 (WabiSabi), from 2022. Known failures:
 * small rounds; rounds without any change or fee; batch payouts with repeated amounts.
 */
final class Wasabi20 implements CoinJoinDetector {

  private static final int CONFIDENCE = 60;
  private static final int LEAST_INPUTS = 20;
  private static final long LEAST_VALUE = 5_000;
  private static final int LEAST_DENOMINATIONS = 3;
  private static final int MOST_INPUTS_EACH = 10;

  @Override
  public Optional<CoinJoinSign> look(CoinTransaction tx, Shape shape) {
    long[] values = shape.values();
    if (shape.inputs() < LEAST_INPUTS
        || shape.mostInputsOfOneAddress() * 10 > shape.inputs()
        || values.length == 0
        || values[0] < LEAST_VALUE
        || !shape.outputAddressesAreDistinct()) {
      return Optional.empty();
    }
    List<Long> denominations = new ArrayList<>();
    int mixed = 0;
    for (int from = 0; from < values.length; ) {
      int to = Shape.runEnd(values, from);
      if (to - from > 1) {
        denominations.add(values[from]);
        mixed += to - from;
      }
      from = to;
    }
    if (denominations.size() < LEAST_DENOMINATIONS
        || mixed == values.length
        || 2 * mixed < values.length - 1) {
      return Optional.empty();
    }
    int participants = Math.max(shape.inputAddresses().length / MOST_INPUTS_EACH, 1);
    return Optional.of(
        new CoinJoinSign(CoinJoinKind.WASABI_2_0, CONFIDENCE, participants, denominations));
  }
}
