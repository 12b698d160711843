package org.ringlight.truth.era;

import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.rules.RingSizes;
import org.ringlight.truth.picker.NotEnoughOutputs;

/** Turns the coins of a transaction into rings that its hard fork allows. */
final class RingPlan {

  private final EraOptions options;

  RingPlan(EraOptions options) {
    this.options = options;
  }

  /** Whether a coin can stand in a ring now: mixed as much as the hard fork asks, or not at all. */
  boolean ringable(long coin, Site site) {
    return site.hardFork == 1
        || isUnmixable(coin, site)
        || most(coin, site) >= RingSizes.minimum(site.hardFork);
  }

  /** Whether a hard fork lets a coin be spent alone because too few like it exist. */
  static boolean isUnmixable(long coin, Site site) {
    Space space = site.ledger.space(coin);
    return site.hardFork > 1
        && space.indexSpace() != 0
        && !EraRules.mixable(space.count(), site.hardFork);
  }

  /** How many members a ring over this coin can have. */
  private static int most(long coin, Site site) {
    return Math.max(1, site.ledger.ringable(site.ledger.space(coin)));
  }

  /**
   * Gives {@code draft} its version, type and rings over {@code coins}, which are spent by that.
   *
   * @return whether the wallet found enough decoys; if not, nothing is spent
   */
  boolean apply(Draft draft, long[] coins, Wallets.Chooser wallet, Site site) {
    boolean clear = site.ledger.space(coins[0]).indexSpace() != 0;
    boolean unmixable = isUnmixable(coins[0], site);
    draft.version =
        unmixable || (clear && EraRules.staysVersion1(site.hardFork, site.random)) ? 1 : 2;
    if (draft.version == 2) {
      draft.type = EraRules.type(site.hardFork, coins.length, site.random);
    }
    int common = EraRules.ringSize(site.hardFork, site.random);
    if (EraRules.oneRingSize(draft, site.hardFork)) {
      for (long coin : coins) {
        common = unmixable ? 1 : Math.min(common, most(coin, site));
      }
    }
    for (long coin : coins) {
      int size = common;
      if (!EraRules.oneRingSize(draft, site.hardFork)) {
        int chosen = EraRules.ringSize(site.hardFork, site.random);
        size = unmixable ? 1 : Math.min(chosen, most(coin, site));
      }
      Space space = site.ledger.space(coin);
      long[] members;
      try {
        members = wallet.ring(space, Ledger.index(coin), size);
      } catch (NotEnoughOutputs refused) {
        return false;
      }
      oddities(draft, members, Ledger.index(coin), site);
      draft.rings.add(new Draft.Ring(coin, space.indexSpace(), members));
    }
    for (long coin : coins) {
      site.ledger.spend(coin);
    }
    return true;
  }

  /** Now and then a ring that no release makes: a decoy twice, or members out of order. */
  private void oddities(Draft draft, long[] members, int trueIndex, Site site) {
    if (!options.has(Feature.WRAPPING)
        || EraRules.membersDiffer(site.hardFork)
        || draft.type == RingCtType.FULL
        || members.length < 3
        || !site.chance(1, 100)) {
      return;
    }
    int place = site.random.nextInt(members.length - 1);
    if (site.random.nextBoolean()) {
      long first = members[place];
      members[place] = members[place + 1];
      members[place + 1] = first;
    } else if (members[place] != trueIndex) {
      members[place] = members[place + 1];
    }
  }
}
