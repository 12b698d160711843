package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.coinjoin.Shape.Equal;

/**
 * Definition: the most frequent output value within 5 % of 0.1 BTC is the denomination, its count
 * the participants: at least 3, at least half of all outputs without the coordinator's; from as
 * many to seven times as many different input addresses; all output addresses different; at least
 * 10 inputs, at most a tenth of them of one address; below 20 inputs the outputs are no whole
 * number of equal parts.
 *
 * <p>Citation: Stütz et al., AFT 2022 (arXiv 2109.10229); thresholds of graphsense-lib 2.16.0,
 * {@code _wasabi_10_heuristic}. Confidence 70, as there.
 *
 * <p>Guarantee: statistical. Where it applies: Wasabi 1 with one mixing level (ZeroLink), from
 * 2018. Known failures: rounds below 10 inputs; batch payouts of about 0.1 BTC.
 */
final class Wasabi10 implements CoinJoinDetector {

  private static final int CONFIDENCE = 70;

  @Override
  public Optional<CoinJoinSign> look(CoinTransaction tx, Shape shape) {
    if (!Wasabi1.mayBe(shape)) {
      return Optional.empty();
    }
    Equal mixed =
        shape.mostFrequent(Wasabi1.BASE - Wasabi1.TOLERANCE, Wasabi1.BASE + Wasabi1.TOLERANCE);
    return 2 * mixed.count() >= shape.outputs() - 1 && Wasabi1.inputsFit(shape, mixed.count())
        ? Optional.of(
            new CoinJoinSign(CoinJoinKind.WASABI_1_0, CONFIDENCE, mixed.count(), mixed.value()))
        : Optional.empty();
  }
}
