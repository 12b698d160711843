package org.ringlight.truth.era;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Weeks in which one owner makes most of the transactions, one input and two outputs each, both to
 * itself: so that it owns most of the decoys that others pick. Rucknium, March 2024 Suspected Black
 * Marble Flooding Against Monero (2024).
 */
final class Floods implements Activity {

  private static final int WINDOWS = 3;

  /** Share of a chain's blocks that one window takes: one in so many. */
  private static final int WINDOW_FRACTION = 40;

  /** Where windows start, in hundredths of the chain. */
  private static final int[] STARTS = {46, 72, 92};

  private static final int FLOOD_PERCENT = 65;
  private static final int FIRST_OUTPUTS = 16;

  private final EraOptions options;
  private final Wallets wallets;
  private final RingPlan ringPlan;
  private final Extras extras;

  /** What the flooder may spend, the oldest first. */
  private final Deque<Long> coins = new ArrayDeque<>();

  private int window = -1;

  Floods(EraOptions options, Wallets wallets, Extras extras) {
    this.options = options;
    this.wallets = wallets;
    this.ringPlan = new RingPlan(options);
    this.extras = extras;
  }

  /** Tells of an output that was appended. */
  void owns(int owner, long coin) {
    if (window >= 0 && owner == Owners.flooder(window)) {
      coins.add(coin);
    }
  }

  @Override
  public void act(Site site) {
    int now = windowAt(site.height);
    if (now != window) {
      coins.clear();
      window = now;
    }
    if (window < 0 || site.hardFork < 4) {
      return;
    }
    if (coins.isEmpty()) {
      long seed =
          site.ledger.near(
              Ledger.Kind.RING_CT, site.height - 100, Owners.flooder(window), site.random);
      if (seed != Ledger.NONE && ringPlan.ringable(seed, site) && site.room() > 0) {
        add(site, seed, FIRST_OUTPUTS);
      }
      return;
    }
    int wanted = site.size() * FLOOD_PERCENT / 100;
    for (int i = 0; i < wanted && site.room() > 0; i++) {
      Long coin = coins.peek();
      if (coin == null || !site.ledger.spendable(coin)) {
        return;
      }
      coins.remove();
      add(site, coin, 2);
    }
  }

  private void add(Site site, long coin, int outputs) {
    int flooder = Owners.flooder(window);
    Wallets.Chooser wallet = wallets.newest(site);
    Draft draft = new Draft(Draft.Kind.FLOOD, flooder, wallet.name());
    if (!ringPlan.apply(draft, new long[] {coin}, wallet, site)) {
      return;
    }
    for (int i = 0; i < outputs; i++) {
      draft.pays.add(Draft.Pay.hidden(flooder));
    }
    draft.fee = Money.fee(draft, site);
    extras.dress(draft, site);
    draft.unlockTime = 0;
    site.add(draft);
  }

  private int windowAt(int height) {
    int length = Math.max(1, options.blocks() / WINDOW_FRACTION);
    for (int i = 0; i < WINDOWS; i++) {
      int start = (int) ((long) options.blocks() * STARTS[i] / 100);
      if (height >= start && height < start + length) {
        return i;
      }
    }
    return -1;
  }
}
