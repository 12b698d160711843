package org.ringlight.truth.story;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.rpc.WalletClient;
import org.ringlight.rpc.WalletPriority;

/**
 * A mining pool that pays its miners in batches of up to 15 addresses, each its share of what the
 * pool can spend. Several batches go out in one turn when there are more addresses.
 */
final class PoolPayouts implements Behaviour {

  /** Below this the pool waits: 20 XMR. */
  private static final long LEAST = 20_000_000_000_000L;

  private final Actor pool;
  private final List<Actor.Payee> miners;
  private int next;

  /**
   * @param miners payout addresses, each with its weight in place of an amount
   */
  PoolPayouts(Actor pool, List<Actor.Payee> miners) {
    this.pool = pool;
    this.miners = List.copyOf(miners);
  }

  @Override
  public void act(long height) {
    long unlocked = pool.unlocked();
    if (unlocked < LEAST) {
      return;
    }
    List<Actor.Payee> batch = new ArrayList<>();
    long weights = 0;
    int size = Math.min(WalletClient.MAX_DESTINATIONS, miners.size());
    for (int i = 0; i < size; i++) {
      Actor.Payee miner = miners.get(next++ % miners.size());
      batch.add(miner);
      weights += miner.amount();
    }
    long unit = pool.dice().share(unlocked, 40, 70) / weights;
    List<Actor.Payee> payouts =
        batch.stream().map(m -> new Actor.Payee(m.name(), m.address(), unit * m.amount())).toList();
    pool.pay("payout", payouts, WalletPriority.UNIMPORTANT);
  }
}
