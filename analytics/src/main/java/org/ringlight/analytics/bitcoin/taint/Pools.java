package org.ringlight.analytics.bitcoin.taint;

/** Marked satoshi by mark, drawn in proportion by largest remainder until nothing is left. */
final class Pools {

  private final Lots pools;
  private final long[] remainders;
  private long left;

  Pools(Lots pools, long total) {
    this.pools = pools;
    remainders = new long[pools.size()];
    left = total;
  }

  /** Draws {@code amount}: of every mark its share of what is left, rounded. */
  void draw(long amount, Lots to) {
    if (amount == 0) {
      return;
    }
    if (pools.size() == 1) {
      to.add(pools.mark(0), amount);
      pools.reduce(0, amount);
      left -= amount;
      return;
    }
    long open = amount;
    long[] share = new long[pools.size()];
    for (int lot = 0; lot < share.length; lot++) {
      share[lot] = Proportion.floor(pools.amount(lot), amount, left);
      remainders[lot] = Proportion.remainder(pools.amount(lot), amount, left);
      open -= share[lot];
    }
    for (; open > 0; open--) {
      int largest = 0;
      for (int lot = 1; lot < share.length; lot++) {
        if (remainders[lot] > remainders[largest]) {
          largest = lot;
        }
      }
      share[largest]++;
      remainders[largest] = 0;
    }
    for (int lot = 0; lot < share.length; lot++) {
      to.add(pools.mark(lot), share[lot]);
      pools.reduce(lot, share[lot]);
    }
    left -= amount;
  }
}
