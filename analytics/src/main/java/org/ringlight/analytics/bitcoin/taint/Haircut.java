package org.ringlight.analytics.bitcoin.taint;

/**
 * Shares by value. The marked sum up to an output is the floor of the exact one, so that nothing is
 * lost, no output gets more than it is worth, and each is less than a satoshi from its share.
 */
final class Haircut implements Splitter {

  private final FeePolicy fees;
  private final Lots pools = new Lots();

  Haircut(FeePolicy fees) {
    this.fees = fees;
  }

  @Override
  public void keep(int mark, long amount, Lots held) {
    if (mark != Lots.CLEAN) {
      held.pool(mark, amount);
    }
  }

  @Override
  public void split(Spend spend, Lots[] parts) {
    pools.clear();
    for (int i = 0; i < spend.inputs(); i++) {
      Held held = spend.held(i);
      for (int lot = 0; held != null && lot < held.size(); lot++) {
        pools.pool(held.mark(lot), held.amount(lot));
      }
    }
    long marked = pools.total();
    long whole = fees == FeePolicy.PRO_RATA ? spend.valueIn() : spend.valueOut();
    long shared = Math.min(marked, whole);
    Pools rest = new Pools(pools, marked);
    long place = 0;
    long before = 0;
    for (int j = 0; j < spend.outputs() && whole > 0; j++) {
      place += spend.output(j);
      long upTo = Proportion.floor(shared, place, whole);
      rest.draw(upTo - before, parts[j]);
      before = upTo;
    }
    rest.draw(marked - before, parts[spend.outputs()]);
  }
}
