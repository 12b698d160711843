package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.coinjoin.Shape.Equal;

/**
 * Definition: the most frequent output value above 2,730 satoshi is the denomination, its count the
 * participants: at least 3, at least half of all outputs, at most as many as different input
 * addresses; all output addresses different; at least one output is change. From 50 inputs on, at
 * most 20 inputs and at least 1.7 outputs a participant.
 *
 * <p>Citation: Stütz et al., AFT 2022 (arXiv 2109.10229); thresholds of graphsense-lib 2.16.0,
 * {@code _joinmarket_heuristic}. Confidence 49, as there: below every other kind.
 *
 * <p>Guarantee: statistical. Where it applies: JoinMarket, from 2015, also on Litecoin and Bitcoin
 * Cash. Known failures: batch payouts of equal amounts, such as an exchange's; most Wasabi 1 rounds
 * fit as well, so that the signs stand side by side.
 */
final class JoinMarket implements CoinJoinDetector {

  private static final int CONFIDENCE = 49;
  private static final long DUST = 2_730;
  private static final int LEAST_PARTICIPANTS = 3;
  private static final int LARGE_ROUND = 50;
  private static final int MOST_INPUTS_EACH = 20;

  @Override
  public Optional<CoinJoinSign> look(CoinTransaction tx, Shape shape) {
    Equal mixed = shape.mostFrequent(DUST + 1, Long.MAX_VALUE);
    int participants = mixed.count();
    if (participants < LEAST_PARTICIPANTS
        || participants > shape.inputAddresses().length
        || 2 * participants < shape.outputs()
        || participants == shape.outputs()
        || !shape.outputAddressesAreDistinct()) {
      return Optional.empty();
    }
    if (shape.inputs() >= LARGE_ROUND
        && (shape.inputs() > MOST_INPUTS_EACH * participants
            || 10 * shape.outputs() < 17 * participants)) {
      return Optional.empty();
    }
    return Optional.of(
        new CoinJoinSign(CoinJoinKind.JOIN_MARKET, CONFIDENCE, participants, mixed.value()));
  }
}
