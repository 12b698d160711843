package org.ringlight.truth.era;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A pool without operator: one block in fifteen pays its miners directly, and a miner sweeps what
 * came together. The addresses behind such outputs are public, so that a sweep shows which member
 * of each ring is spent (tevador, research-lab issue 108).
 */
final class P2Pool implements Activity {

  private static final Instant BEGIN = Instant.parse("2021-10-01T00:00:00Z");
  private static final int FEWEST = 6;
  private static final int SWEPT_AT_ONCE = 30;

  private final EraOptions options;
  private final Wallets wallets;
  private final RingPlan ringPlan;
  private final Extras extras;
  private final List<Deque<Long>> coinsOf = new ArrayList<>();

  P2Pool(EraOptions options, Wallets wallets, Extras extras) {
    this.options = options;
    this.wallets = wallets;
    this.ringPlan = new RingPlan(options);
    this.extras = extras;
    for (int miner = 0; miner < Owners.P2POOL_MINERS; miner++) {
      coinsOf.add(new ArrayDeque<>());
    }
  }

  /** Whether the pool finds this block. */
  boolean finds(Site site) {
    return options.has(Feature.P2POOL) && site.time.isAfter(BEGIN) && site.chance(1, 15);
  }

  /** How many miners a block pays. */
  static int payees(Site site) {
    return site.between(8, Owners.P2POOL_MINERS);
  }

  /** Tells of an output that was appended. */
  void owns(int owner, long coin) {
    int miner = owner - Owners.p2poolMiner(0);
    if (miner >= 0 && miner < Owners.P2POOL_MINERS) {
      coinsOf.get(miner).add(coin);
    }
  }

  @Override
  public void act(Site site) {
    if (site.room() == 0 || site.time.isBefore(BEGIN) || !site.chance(1, 4)) {
      return;
    }
    int miner = site.random.nextInt(Owners.P2POOL_MINERS);
    Deque<Long> coins = coinsOf.get(miner);
    long[] swept = new long[SWEPT_AT_ONCE];
    int count = 0;
    for (Long coin : coins) {
      if (count == swept.length || !site.ledger.spendable(coin)) {
        break;
      }
      swept[count++] = coin;
    }
    if (count < FEWEST || !ringPlan.ringable(swept[0], site)) {
      return;
    }
    Wallets.Chooser wallet = wallets.newest(site);
    Draft draft = new Draft(Draft.Kind.SWEEP, Owners.p2poolMiner(miner), wallet.name());
    if (!ringPlan.apply(draft, Arrays.copyOf(swept, count), wallet, site)) {
      return;
    }
    for (int i = 0; i < count; i++) {
      coins.remove();
    }
    // what a sweep pays out is like any other output
    draft.pays.add(Draft.Pay.hidden(Space.ANYBODY));
    draft.pays.add(Draft.Pay.hidden(Space.ANYBODY));
    draft.fee = Money.fee(draft, site);
    extras.dress(draft, site);
    site.add(draft);
  }
}
