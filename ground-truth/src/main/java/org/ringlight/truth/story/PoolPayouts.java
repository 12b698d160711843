package org.ringlight.truth.story;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.truth.story.plot.Part;

/**
 * A mining pool that pays its miners in batches, each its share of what the pool can spend. Where
 * there are more addresses than a batch holds, the next batch goes on where the last one ended.
 */
final class PoolPayouts implements Behaviour {

  private final Actor pool;
  private final Part.Pool part;
  private final List<Payee> miners;
  private int next;
  private int turn;

  /**
   * @param miners payout addresses, each with its weight in place of an amount
   */
  PoolPayouts(Actor pool, Part.Pool part, List<Payee> miners) {
    this.pool = pool;
    this.part = part;
    this.miners = List.copyOf(miners);
  }

  @Override
  public void act(Moment now) {
    if (turn++ % part.everyTurns() != 0) {
      return;
    }
    long unlocked = pool.unlocked();
    if (unlocked < part.least()) {
      return;
    }
    List<Payee> batch = new ArrayList<>();
    long weights = 0;
    int size = Math.min(part.batch(), miners.size());
    for (int i = 0; i < size; i++) {
      Payee miner = miners.get(next++ % miners.size());
      batch.add(miner);
      weights += miner.amount();
    }
    long unit = pool.dice().share(unlocked, part.paysPercent()) / weights;
    if (unit == 0) {
      return;
    }
    List<Payee> payouts =
        batch.stream().map(m -> new Payee(m.name(), m.address(), unit * m.amount())).toList();
    pool.pay(Event.Kind.PAYOUT, payouts, WalletPriority.UNIMPORTANT);
  }
}
