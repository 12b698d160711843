package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Recognises one way of making CoinJoins by the shape of a single transaction. Pure: the same
 * transaction, the same answer.
 */
interface CoinJoinDetector {

  /**
   * @param shape the same transaction's, counted once for all detectors
   */
  Optional<CoinJoinSign> look(CoinTransaction tx, Shape shape);
}
