package org.ringlight.truth.era;

import java.util.Arrays;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.rules.TransactionWeight;
import org.ringlight.truth.age.AgeLaw;

/**
 * What most transactions are: somebody pays somebody. An age is drawn for each input, and an
 * unspent output near that age is spent; all inputs of a transaction have one owner. Pools pay out
 * and exchanges collect and pay whenever the draw meets an output of theirs.
 */
final class Ordinary implements Activity {

  /** Ages drawn for an input before the transaction goes without it. */
  private static final int DRAWS = 12;

  /** Of a hundred payments, how many go to the exchange. */
  private static final int DEPOSIT_PERCENT = 8;

  private static final int[] USUAL_INPUTS = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 4, 7};

  private final EraOptions options;
  private final Wallets wallets;
  private final RingPlan ringPlan;
  private final Extras extras;

  Ordinary(EraOptions options, Wallets wallets, Extras extras) {
    this.options = options;
    this.wallets = wallets;
    this.ringPlan = new RingPlan(options);
    this.extras = extras;
  }

  @Override
  public void act(Site site) {
    int misses = 0;
    while (site.room() > 0 && misses < 3) {
      Ledger.Kind kind =
          site.chance(EraRules.clearPercent(site.hardFork), 100)
              ? Ledger.Kind.CLEAR
              : Ledger.Kind.RING_CT;
      if (!pay(site, kind) && !pay(site, Ledger.Kind.RING_CT)) {
        misses++;
      }
    }
  }

  private boolean pay(Site site, Ledger.Kind kind) {
    if (kind == Ledger.Kind.RING_CT && site.hardFork < 4) {
      return false;
    }
    long first = pick(site, kind, Space.ANYBODY);
    if (first == Ledger.NONE) {
      return false;
    }
    boolean unmixable = RingPlan.isUnmixable(first, site);
    if (unmixable && !options.has(Feature.UNMIXABLE)) {
      site.ledger.spend(first);
      return false;
    }
    int known = site.ledger.space(first).ownerOf(Ledger.index(first));
    int spender = known == Space.ANYBODY ? site.owners.user(site.random) : known;
    long[] coins = coins(site, kind, first, spender);
    Draft.Kind purpose = unmixable ? Draft.Kind.UNMIXABLE : purpose(spender);
    Wallets.Chooser wallet = wallets.chooserFor(site, kind, coins.length);
    Draft draft = new Draft(purpose, spender, wallet.name());
    if (!ringPlan.apply(draft, coins, wallet, site)) {
      return false;
    }
    payees(draft, site);
    extras.dress(draft, site);
    site.add(draft);
    return true;
  }

  private static Draft.Kind purpose(int spender) {
    if (Owners.isPool(spender)) {
      return Draft.Kind.PAYOUT;
    }
    return spender == Owners.EXCHANGE ? Draft.Kind.EXCHANGE : Draft.Kind.PAYMENT;
  }

  private long[] coins(Site site, Ledger.Kind kind, long first, int spender) {
    int wanted =
        spender == Owners.EXCHANGE
            ? site.between(1, 8)
            : USUAL_INPUTS[site.random.nextInt(USUAL_INPUTS.length)];
    long[] coins = new long[wanted];
    int count = 0;
    coins[count++] = first;
    boolean unmixable = RingPlan.isUnmixable(first, site);
    for (int i = 1; i < wanted; i++) {
      long coin = pick(site, kind, spender);
      if (coin != Ledger.NONE
          && RingPlan.isUnmixable(coin, site) == unmixable
          && Arrays.stream(coins, 0, count).noneMatch(c -> c == coin)) {
        coins[count++] = coin;
      }
    }
    return Arrays.copyOf(coins, count);
  }

  private long pick(Site site, Ledger.Kind kind, int owner) {
    for (int i = 0; i < DRAWS; i++) {
      double blocks = options.spendAges().draw(site.random) / AgeLaw.BLOCK_SECONDS;
      if (blocks >= site.height) {
        continue;
      }
      int target = site.height - Math.max(Ledger.SPENDABLE_AGE, (int) blocks);
      long coin = site.ledger.near(kind, Math.max(0, target), owner, site.random);
      if (coin != Ledger.NONE && ringPlan.ringable(coin, site)) {
        return coin;
      }
    }
    return Ledger.NONE;
  }

  private static void payees(Draft draft, Site site) {
    if (draft.version == 1) {
      ClearPayment.plan(draft, site);
      return;
    }
    int outputs =
        switch (draft.kind) {
          case PAYOUT -> site.between(2, mostOutputs(draft));
          case EXCHANGE -> site.between(2, Math.min(10, mostOutputs(draft)));
          default -> outputs(site);
        };
    int change = site.random.nextInt(outputs);
    for (int i = 0; i < outputs; i++) {
      draft.pays.add(Draft.Pay.hidden(i == change ? draft.spender : payee(site)));
    }
    draft.fee = Money.fee(draft, site);
  }

  /** Borromean proofs take six kilobytes for each output, which kept payments small. */
  private static int mostOutputs(Draft draft) {
    return draft.type.rangeProof() == RingCtType.RangeProof.BORROMEAN
        ? 4
        : TransactionWeight.OUTPUTS_MAX;
  }

  private static int outputs(Site site) {
    if (site.chance(88, 100)) {
      return 2;
    }
    return site.hardFork < 12 && site.chance(15, 100) ? 1 : site.between(3, 8);
  }

  /** Whom a payment goes to. */
  static int payee(Site site) {
    return site.chance(DEPOSIT_PERCENT, 100) ? Owners.EXCHANGE : Space.ANYBODY;
  }
}
