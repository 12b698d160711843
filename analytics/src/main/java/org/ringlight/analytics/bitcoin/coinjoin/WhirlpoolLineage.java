package org.ringlight.analytics.bitcoin.coinjoin;

import com.carrotsearch.hppc.LongLongHashMap;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: a mix that looks like Whirlpool's is one with more confidence, 90 instead of 60,
 * where every input comes from a transaction of the same pool: a new coin from a Tx0, a mixed one
 * from another mix. One step back, not more.
 *
 * <p>Citation: graphsense-lib 2.16.0, {@code _verify_whirlpool_lineage}, which walks back along the
 * inputs by questions to its database; here transactions pass in chain order and the coins that
 * Whirlpool has out are remembered.
 *
 * <p>Guarantee: statistical. Known failures: the second mix of a pool, some of whose inputs come
 * from the first, which has no sign. Cost: memory for each unspent coin of Whirlpool's shape.
 */
public final class WhirlpoolLineage {

  private static final int CONFIRMED = 90;
  private static final long NONE = -1;

  /** The pool of each coin that Whirlpool's transactions made and that is not spent. */
  private final LongLongHashMap pools = new LongLongHashMap();

  /** What the detectors say of the next transaction in chain order. */
  public CoinJoinVerdict look(CoinTransaction tx) {
    CoinJoinVerdict verdict = CoinJoins.look(tx);
    List<CoinJoinSign> signs = new ArrayList<>(verdict.signs());
    signs.replaceAll(
        sign ->
            sign.kind() == CoinJoinKind.WHIRLPOOL && isConfirmed(tx, sign)
                ? sign.withConfidence(CONFIRMED)
                : sign);
    forgetSpent(tx);
    for (CoinJoinSign sign : verdict.standing()) {
      if (sign.kind() == CoinJoinKind.WHIRLPOOL) {
        long denomination = sign.denominations().get(0);
        remember(tx, denomination, denomination);
      }
    }
    if (!verdict.stonewall()) {
      verdict
          .tx0()
          .map(sign -> sign.denominations().get(0))
          .ifPresent(pool -> remember(tx, WhirlpoolTx0.premixValue(Shape.of(tx), pool), pool));
    }
    return new CoinJoinVerdict(signs, verdict.tx0(), verdict.stonewall());
  }

  private boolean isConfirmed(CoinTransaction tx, CoinJoinSign sign) {
    for (int i = 0; i < tx.inputs(); i++) {
      long pool = pools.getOrDefault(tx.inputOutput(i), NONE);
      if (pool == NONE || !sign.denominations().contains(pool)) {
        return false;
      }
    }
    return true;
  }

  private void forgetSpent(CoinTransaction tx) {
    if (!pools.isEmpty()) {
      for (int i = 0; i < tx.inputs(); i++) {
        pools.remove(tx.inputOutput(i));
      }
    }
  }

  private void remember(CoinTransaction tx, long value, long pool) {
    for (int j = 0; j < tx.outputs(); j++) {
      if (tx.outputAddress(j) != CoinTransaction.UNKNOWN && tx.outputValue(j) == value) {
        pools.put(tx.outputId(j), pool);
      }
    }
  }
}
