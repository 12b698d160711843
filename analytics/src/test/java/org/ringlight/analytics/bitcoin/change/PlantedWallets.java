package org.ringlight.analytics.bitcoin.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ringlight.analytics.bitcoin.Drawing;
import org.ringlight.analytics.bitcoin.DrawnTransaction;

/**
 * A seeded chain of wallets that pay each other, whose change is known. Each wallet has habits of
 * its own; change goes to a new address, payments to a new one or to one that was used before.
 */
final class PlantedWallets {

  private record Coin(long output, long value, long address) {}

  private static final int WALLETS = 12;

  private final Random random;
  private final List<List<Coin>> coins = new ArrayList<>();
  private final List<DrawnTransaction> chain = new ArrayList<>();
  private final Map<Long, Integer> changes = new HashMap<>();
  private long nextAddress;

  private PlantedWallets(long seed) {
    random = new Random(seed);
  }

  static PlantedWallets of(long seed, int payments) {
    PlantedWallets world = new PlantedWallets(seed);
    for (int wallet = 0; wallet < WALLETS; wallet++) {
      world.coins.add(new ArrayList<>());
      world.mine(wallet);
    }
    while (world.changes.size() < payments) {
      int payer = world.random.nextInt(WALLETS);
      if (world.coins.get(payer).isEmpty() || world.random.nextInt(40) == 0) {
        world.mine(payer);
      } else {
        world.pay(payer, (payer + 1 + world.random.nextInt(WALLETS - 1)) % WALLETS);
      }
    }
    return world;
  }

  List<DrawnTransaction> chain() {
    return chain;
  }

  /** Index of the change of a payment; empty chains and coinbases have none. */
  int change(DrawnTransaction payment) {
    return changes.getOrDefault(payment.id(), ChangeConsensus.NONE);
  }

  private void mine(int wallet) {
    long id = chain.size() + 1L;
    long value = 1_000_000_000L + random.nextInt(1_000_000_000);
    coins.get(wallet).add(new Coin(Drawing.output(id, 0), value, nextAddress));
    chain.add(Drawing.tx(id).out(value, nextAddress++).drawn());
  }

  private void pay(int payer, int payee) {
    long id = chain.size() + 1L;
    Drawing tx =
        Drawing.tx(id)
            .version(1 + payer % 2)
            .lockTime(payer % 3 == 0 ? id : 0)
            .sequence(0xffffffffL - payer / 4);
    List<Coin> own = coins.get(payer);
    long sum = 0;
    int inputs = Math.min(own.size(), 1 + random.nextInt(3));
    for (int i = 0; i < inputs; i++) {
      Coin coin = own.remove(random.nextInt(own.size()));
      tx.spends(coin.output(), coin.value(), coin.address());
      sum += coin.value();
    }
    long paid = sum / 100 * (1 + random.nextInt(98));
    long change = sum - paid - 1 - random.nextInt(50);
    if (paid < 1000 || change < 1000) {
      chain.add(tx.out(sum, nextAddress++).drawn());
      return;
    }
    List<Coin> theirs = coins.get(payee);
    boolean known = !theirs.isEmpty() && random.nextInt(3) == 0;
    long to = known ? theirs.get(random.nextInt(theirs.size())).address() : nextAddress++;
    int index = random.nextInt(2);
    long back = nextAddress++;
    if (index == 0) {
      tx.out(change, back).out(paid, to);
    } else {
      tx.out(paid, to).out(change, back);
    }
    own.add(new Coin(Drawing.output(id, index), change, back));
    theirs.add(new Coin(Drawing.output(id, 1 - index), paid, to));
    changes.put(id, index);
    chain.add(tx.drawn());
  }
}
