package org.ringlight.analytics.bitcoin.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import org.ringlight.analytics.bitcoin.Drawing;
import org.ringlight.analytics.bitcoin.DrawnTransaction;

/** Seeded payments over few addresses; some are CoinJoins, some leave their signatures open. */
final class RandomPayments {

  private RandomPayments() {}

  static List<LongFunction<Drawing>> of(long seed, int count, int addresses) {
    Random random = new Random(seed);
    List<LongFunction<Drawing>> payments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long own = random.nextLong();
      payments.add(id -> draw(id, new Random(own), addresses));
    }
    return payments;
  }

  /** Numbered from 1 in this order, each in a block of its own. */
  static DrawnTransaction[] numbered(List<LongFunction<Drawing>> payments) {
    DrawnTransaction[] drawn = new DrawnTransaction[payments.size()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = payments.get(i).apply(i + 1).drawn();
    }
    return drawn;
  }

  private static Drawing draw(long id, Random random, int addresses) {
    Drawing tx = Drawing.tx(id);
    int kind = random.nextInt(10);
    if (kind == 0) {
      tx.openSignatures();
    }
    int inputs = kind == 1 ? 4 : 1 + random.nextInt(3);
    for (int i = 0; i < inputs; i++) {
      tx.in(100_000 + random.nextInt(50_000), random.nextInt(addresses));
    }
    if (kind == 1) {
      tx.outs(3, 100_000, random.nextInt(addresses));
    }
    return tx.out(10_000 + random.nextInt(20_000), random.nextInt(addresses))
        .out(9_000, addresses - 1);
  }
}
