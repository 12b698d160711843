package org.ringlight.truth.era;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.rules.RingSizes;

/**
 * Sets of rings over as many outputs as there are rings, each output truly spent by one of them.
 * Identical rings name all outputs of the set each; in a cycle every ring names some of them, the
 * next ring those one further, so that no two rings are equal. Either way all outputs of the set
 * are provably spent: Yu et al., FC 2019 (closed sets); Wijaya et al., TrustCom 2018 (identical).
 */
final class ClosedSets implements Activity {

  private static final int GROUPS_MAX = 120;
  private static final int TRANSACTIONS_A_GROUP = 2_000;
  private static final int SMALLEST = 2;

  private final EraOptions options;
  private final Wallets wallets;
  private final Extras extras;
  private final int everyBlocks;
  private boolean due;

  ClosedSets(EraOptions options, Wallets wallets, Extras extras) {
    this.options = options;
    this.wallets = wallets;
    this.extras = extras;
    long groups = Math.min(GROUPS_MAX, Math.max(8, options.transactions() / TRANSACTIONS_A_GROUP));
    this.everyBlocks = (int) Math.max(1, options.blocks() / groups);
  }

  @Override
  public void act(Site site) {
    due |= site.height % everyBlocks == 0;
    if (!due) {
      return;
    }
    boolean identical = site.height / everyBlocks % 2 == 0;
    Draft.Kind kind = identical ? Draft.Kind.IDENTICAL_RINGS : Draft.Kind.RING_CYCLE;
    if (!options.has(identical ? Feature.IDENTICAL : Feature.CYCLES)) {
      due = false;
      return;
    }
    int ringSize =
        Math.max(
            RingSizes.minimum(site.hardFork),
            site.hardFork == 1 ? site.between(SMALLEST, 5) : SMALLEST);
    int outputs = identical ? ringSize : ringSize + site.between(1, ringSize);
    if (site.room() < outputs) {
      return;
    }
    long[] coins = coins(site, outputs);
    if (coins.length == outputs) {
      plan(site, kind, coins, ringSize);
      due = false;
    }
  }

  private void plan(Site site, Draft.Kind kind, long[] coins, int ringSize) {
    int owner = site.owners.user(site.random);
    Space space = site.ledger.space(coins[0]);
    String wallet = wallets.newest(site).name();
    for (int first = 0; first < coins.length; first++) {
      long[] members = new long[ringSize];
      for (int i = 0; i < ringSize; i++) {
        members[i] = Ledger.index(coins[(first + i) % coins.length]);
      }
      Arrays.sort(members);
      Draft draft = new Draft(kind, owner, wallet);
      draft.version = space.indexSpace() != 0 && site.hardFork < 6 ? 1 : 2;
      draft.type =
          draft.version == 1 ? RingCtType.NULL : EraRules.type(site.hardFork, 1, site.random);
      site.ledger.spend(coins[first]);
      draft.rings.add(new Draft.Ring(coins[first], space.indexSpace(), members));
      if (draft.version == 1) {
        ClearPayment.plan(draft, site);
      } else {
        draft.pays.add(Draft.Pay.hidden(owner));
        draft.pays.add(Draft.Pay.hidden(Ordinary.payee(site)));
        draft.fee = Money.fee(draft, site);
      }
      extras.dress(draft, site);
      site.add(draft);
    }
  }

  /** So many spendable outputs of nobody in particular, of one index space; else fewer. */
  private static long[] coins(Site site, int outputs) {
    Space space = site.ledger.ringCt();
    if (site.hardFork < 4) {
      Space[] rich =
          site.ledger.denominations().stream()
              .filter(s -> s.count() >= 4L * outputs)
              .toArray(Space[]::new);
      if (rich.length == 0) {
        return new long[0];
      }
      space = rich[site.random.nextInt(rich.length)];
    }
    int known = (int) space.countAged(Ledger.SPENDABLE_AGE);
    int start = site.random.nextInt(Math.max(1, known));
    Space chosen = space;
    return IntStream.range(0, known)
        .mapToLong(i -> Ledger.coin(chosen, (start + i) % known))
        .filter(coin -> chosen.ownerOf(Ledger.index(coin)) == Space.ANYBODY)
        .filter(site.ledger::spendable)
        .limit(outputs)
        .toArray();
  }
}
