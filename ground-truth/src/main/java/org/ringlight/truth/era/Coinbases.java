package org.ringlight.truth.era;

import java.util.random.RandomGenerator;
import org.ringlight.truth.era.Draft.ExtraStyle;

/** Who mines, and what the miner transaction pays. */
final class Coinbases {

  private static final int KEY_GROUPS = 6;
  private static final int KEYS_A_GROUP = 30;

  private final EraOptions options;
  private final Emission emission = new Emission();
  private final P2Pool p2pool;
  private int grouped;

  Coinbases(EraOptions options, P2Pool p2pool) {
    this.options = options;
    this.p2pool = p2pool;
  }

  /** Atomic units mined so far, unsigned, without fees. */
  long generated() {
    return emission.generated();
  }

  /** Says that the genesis block paid so much. */
  void genesis(long amount) {
    emission.mined(amount);
  }

  /** The miner transaction of a block whose other transactions are planned. */
  Draft plan(Site site) {
    long fees = 0;
    for (Draft draft : site.drafts) {
      fees += draft.fee;
    }
    boolean byP2Pool = p2pool.finds(site);
    int miner =
        site.chance(60, 100)
            ? Owners.pool(site.random.nextInt(Owners.POOLS))
            : Owners.soloMiner(site.random.nextInt(Owners.SOLO_MINERS));
    Draft draft = new Draft(Draft.Kind.COINBASE, byP2Pool ? Owners.p2poolMiner(0) : miner, "miner");
    draft.version = site.hardFork < 4 ? 1 : 2;
    long reward = emission.reward(site.hardFork);
    if (draft.version == 1) {
      long due = reward + fees;
      long dust = keepsDust(site) ? due % Money.DUST : 0;
      long paid = Money.withoutDust(due) + dust;
      // what is left out is never made, as hard forks before 13 allow
      emission.mined(reward - (due - paid));
      int group = keyGroup(site);
      if (dust > 0) {
        draft.pays.add(Draft.Pay.clear(dust, miner));
      }
      Money.digits(paid - dust, part -> draft.pays.add(new Draft.Pay(part, part, miner, group)));
    } else {
      emission.mined(reward);
      int payees = byP2Pool ? P2Pool.payees(site) : 1;
      long share = (reward + fees) / payees;
      for (int i = 0; i < payees; i++) {
        long value = i == 0 ? reward + fees - share * (payees - 1) : share;
        int owner = byP2Pool ? Owners.p2poolMiner(i) : miner;
        draft.pays.add(new Draft.Pay(0, value, owner, Draft.Pay.OWN_KEY));
      }
    }
    draft.extra = style(site.random, byP2Pool);
    return draft;
  }

  private static ExtraStyle style(RandomGenerator random, boolean byP2Pool) {
    if (byP2Pool) {
      return ExtraStyle.MERGE_MINING;
    }
    return random.nextInt(100) < 60 ? ExtraStyle.MINER_NONCE : ExtraStyle.KEY;
  }

  /** Whether a miner's dust is paid in one piece, an amount that hardly comes again. */
  private boolean keepsDust(Site site) {
    return options.has(Feature.UNMIXABLE) && site.hardFork == 1 && site.chance(1, 20);
  }

  /** Now and then a miner's program uses one transaction key again and again. */
  private int keyGroup(Site site) {
    if (!options.has(Feature.DUPLICATE_KEYS)
        || grouped >= KEY_GROUPS * KEYS_A_GROUP
        || !site.chance(1, 12)) {
      return Draft.Pay.OWN_KEY;
    }
    return grouped++ / KEYS_A_GROUP;
  }
}
