package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: a transaction is a CoinJoin of a kind where the kind's detector fires; the shape of a
 * Stonewall, which the detectors take for a CoinJoin of theirs, vetoes all.
 *
 * <p>Citation: Stütz, Stockinger, Haslhofer, Moreno-Sanchez and Maffei, "Adoption and Actual
 * Privacy of Decentralized CoinJoin Implementations in Bitcoin", AFT 2022 (arXiv 2109.10229); the
 * thresholds of graphsense-lib 2.16.0, heuristics_service.py; BlockSci 0.7, tx_identification.cpp.
 *
 * <p>Inputs: one transaction with its inputs resolved. Output: every sign with its confidence,
 * never a bare yes. Guarantee: statistical. Where it applies: Bitcoin; EQUAL_OUTPUTS and
 * JOIN_MARKET on its relatives too. Known failures: payouts of services with equal amounts look
 * like CoinJoins (GraphSense drops JoinMarket and Wasabi 1 where an input is labelled as an
 * exchange's, which a caller with labels should do too); mixes of other kinds are not seen; a
 * transaction with an input that is not resolved is not judged. Cost: O(n log n) in inputs and
 * outputs; nearly nothing for transactions of fewer than three outputs.
 */
public final class CoinJoins {

  private static final List<CoinJoinDetector> DETECTORS =
      List.of(
          new EqualOutputs(),
          new Whirlpool(),
          new Wasabi10(),
          new Wasabi11(),
          new Wasabi20(),
          new JoinMarket());

  private static final WhirlpoolTx0 TX0 = new WhirlpoolTx0();

  private CoinJoins() {}

  /** What the detectors say. */
  public static CoinJoinVerdict look(CoinTransaction tx) {
    if (tx.isCoinbase() || tx.outputs() < 3 || isPlainPayout(tx) || !tx.isResolved()) {
      return CoinJoinVerdict.NOTHING;
    }
    Shape shape = Shape.of(tx);
    Optional<CoinJoinSign> tx0 = TX0.look(tx, shape);
    if (shape.inputs() < 2) {
      return tx0.isEmpty() ? CoinJoinVerdict.NOTHING : new CoinJoinVerdict(List.of(), tx0, false);
    }
    List<CoinJoinSign> signs = new ArrayList<>();
    for (CoinJoinDetector detector : DETECTORS) {
      detector.look(tx, shape).ifPresent(signs::add);
    }
    return new CoinJoinVerdict(signs, tx0, StonewallShape.fits(tx, shape));
  }

  /** One input and no data: the most common shape of many outputs, and nothing that we look for. */
  private static boolean isPlainPayout(CoinTransaction tx) {
    if (tx.inputs() > 1) {
      return false;
    }
    for (int j = 0; j < tx.outputs(); j++) {
      if (tx.outputAddress(j) == CoinTransaction.UNKNOWN) {
        return false;
      }
    }
    return true;
  }
}
