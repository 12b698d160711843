package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: mixed outputs lie within 5 % of a level, 0.1 BTC times a power of two, where a level
 * has at least two of them; the largest level counts the participants, at least 3, with up to seven
 * input addresses each. One of two conditions must hold, both for full confidence: mixed outputs
 * are at least half of all without the coordinator's; and at least as many as all outputs without
 * one change for each input address and the coordinator's. At least 10 inputs, at most a tenth of
 * them of one address; all output addresses different; below 20 inputs no whole number of equal
 * parts. With the first level alone it is version 1.0, for which {@link Wasabi10} stands as well.
 *
 * <p>Citation: Stütz et al., AFT 2022 (arXiv 2109.10229); graphsense-lib 2.16.0, {@code
 * _wasabi_11_heuristic}. Confidence as there: 50 to 100 by how closely the input addresses bound
 * the participants, from seven each to one; half of that where only one condition holds.
 *
 * <p>Guarantee: statistical. Where it applies: Wasabi 1 with mixing levels, to 2022. Known
 * failures: as of {@link Wasabi10}.
 */
final class Wasabi11 implements CoinJoinDetector {

  @Override
  public Optional<CoinJoinSign> look(CoinTransaction tx, Shape shape) {
    if (!Wasabi1.mayBe(shape)) {
      return Optional.empty();
    }
    List<Long> levels = new ArrayList<>();
    int mixed = 0;
    int participants = 0;
    long largest = shape.values()[shape.outputs() - 1];
    for (long level = 1; level * Wasabi1.BASE <= largest; level *= 2) {
      long middle = level * Wasabi1.BASE;
      long tolerance = level * Wasabi1.TOLERANCE;
      int count = shape.countBetween(middle - tolerance, middle + tolerance);
      if (count >= 2) {
        levels.add(middle);
        mixed += count;
        participants = Math.max(participants, count);
      }
    }
    int addresses = shape.inputAddresses().length;
    boolean mostAreMixed = 2 * mixed >= shape.outputs() - 1;
    boolean restIsChange = mixed >= shape.outputs() - addresses - 1;
    if (!Wasabi1.inputsFit(shape, participants) || !(mostAreMixed || restIsChange)) {
      return Optional.empty();
    }
    int confidence = confidence(participants, addresses) / (mostAreMixed && restIsChange ? 1 : 2);
    CoinJoinKind kind =
        levels.equals(List.of(Wasabi1.BASE)) ? CoinJoinKind.WASABI_1_0 : CoinJoinKind.WASABI_1_1;
    return Optional.of(new CoinJoinSign(kind, confidence, participants, levels));
  }

  /** 50 at seven addresses a participant, 100 at one, linear in their inverse. */
  private static int confidence(int participants, int addresses) {
    return 50 + 50 * (7 * participants - addresses) / (6 * addresses);
  }
}
