package org.ringlight.truth.era;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.rules.Unlock;
import org.ringlight.truth.TrueSpend;

/**
 * Plans the blocks of a chain one after the other: who spends what, in which rings. What it knows
 * of the chain is the {@link Ledger}, some thirty bytes for each output.
 */
final class Planner {

  private final EraOptions options;
  private final Timeline timeline;
  private final Identity identity;
  private final Ledger ledger;
  private final Owners owners = new Owners();
  private final P2Pool p2pool;
  private final Floods floods;
  private final Coinbases coinbases;
  private final List<Activity> activities;

  /** Places of the first output of each group of equal keys. */
  private final List<Long> keyGroups = new ArrayList<>();

  private long planned;

  Planner(EraOptions options, Branch branch) {
    this.options = options;
    this.timeline = Timeline.of(options);
    this.identity = new Identity(options.seed(), branch);
    this.ledger = new Ledger(options.blocks());
    Wallets wallets = new Wallets(options);
    Extras extras = new Extras(options);
    this.p2pool = new P2Pool(options, wallets, extras);
    this.floods = new Floods(options, wallets, extras);
    this.coinbases = new Coinbases(options, p2pool);
    this.activities =
        List.of(
            new ClosedSets(options, wallets, extras),
            options.has(Feature.FLOODS) ? floods : site -> {},
            p2pool,
            new Ordinary(options, wallets, extras));
  }

  /** Says what the genesis block pays; it is planned by nobody. */
  void genesis(long amount) {
    ledger.openBlock(0);
    ledger.append(amount, Owners.soloMiner(0), true);
    ledger.closeBlock();
    coinbases.genesis(amount);
  }

  /** The next block's plan, the blocks below being planned. */
  BlockPlan plan(int height) {
    int hardFork = timeline.hardFork(height);
    SplittableRandom random = new SplittableRandom(identity.seedAt(height));
    ledger.openBlock(height);
    long due = due(height);
    int room = (int) Math.min(due - planned, Integer.MAX_VALUE);
    Site site =
        new Site(
            height, hardFork, timeline.time(height), ledger, owners, random, Math.max(0, room));
    for (Activity activity : activities) {
      activity.act(site);
    }
    planned += site.drafts.size();
    Draft coinbase = coinbases.plan(site);
    List<TrueSpend> spends = new ArrayList<>();
    site.drafts.forEach(draft -> spends(draft, hardFork, spends));
    List<Owned> owned = new ArrayList<>();
    append(coinbase, height, true, owned);
    site.drafts.forEach(draft -> append(draft, height, false, owned));
    ledger.closeBlock();
    return new BlockPlan(
        height,
        hardFork,
        timeline.timestamp(height),
        coinbase,
        site.drafts,
        spends,
        owned,
        coinbases.generated(),
        random.nextLong());
  }

  /** An output whose owner is listed. */
  record Owned(long amount, long index, int owner) {}

  /**
   * A planned block.
   *
   * @param generated coins made up to and with it
   * @param noise seeds what is left to chance in its bytes
   */
  record BlockPlan(
      int height,
      int hardFork,
      long timestamp,
      Draft coinbase,
      List<Draft> drafts,
      List<TrueSpend> spends,
      List<Owned> owned,
      long generated,
      long noise) {}

  /** How many transactions were planned. */
  long planned() {
    return planned;
  }

  /** How many transactions blocks up to this one should hold: growing, and uneven. */
  private long due(int height) {
    double done = (height + 1.0) / options.blocks();
    double wave = 0.1 * StrictMath.sin(done * 40) / 40;
    double grown = 0.75 * done + 0.25 * done * done + wave * (1 - done);
    return height == options.blocks() - 1
        ? options.transactions()
        : (long) (grown * options.transactions());
  }

  private void spends(Draft draft, int hardFork, List<TrueSpend> spends) {
    List<KeyImage> images = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < draft.rings.size(); i++) {
      images.add(identity.keyImage(ledger, draft.rings.get(i).coin()));
      order.add(i);
    }
    if (EraRules.ringsSorted(hardFork)) {
      order.sort(Comparator.comparing(images::get, Planner::compareUnsigned).reversed());
    }
    List<Draft.Ring> rings = order.stream().map(draft.rings::get).toList();
    draft.rings.clear();
    draft.rings.addAll(rings);
    for (int i = 0; i < rings.size(); i++) {
      Draft.Ring ring = rings.get(i);
      spends.add(
          new TrueSpend(
              images.get(order.get(i)),
              ring.amount(),
              Ledger.index(ring.coin()),
              ring.position(),
              Owners.name(draft.spender)));
    }
  }

  private static int compareUnsigned(Bytes32 a, Bytes32 b) {
    return Arrays.compareUnsigned(a.toBytes(), b.toBytes());
  }

  private void append(Draft draft, int height, boolean fromCoinbase, List<Owned> owned) {
    for (Draft.Pay pay : draft.pays) {
      long coin = ledger.append(pay.space(), pay.owner(), fromCoinbase);
      if (pay.keyGroup() != Draft.Pay.OWN_KEY) {
        group(pay.keyGroup(), coin);
      }
      if (draft.unlockTime > height && !fromCoinbase) {
        lock(coin, draft.unlockTime);
      }
      floods.owns(pay.owner(), coin);
      p2pool.owns(pay.owner(), coin);
      if (Owners.isListed(pay.owner())) {
        owned.add(new Owned(pay.space(), Ledger.index(coin), pay.owner()));
      }
    }
  }

  /** An unlock time that is no height is one that never comes. */
  private void lock(long coin, long unlockTime) {
    Space space = ledger.space(coin);
    if (Unlock.isHeight(unlockTime)) {
      space.lock(Ledger.index(coin), (int) unlockTime);
    } else {
      space.lock(Ledger.index(coin), Integer.MAX_VALUE);
      ledger.spend(coin);
    }
  }

  /** Of outputs with one key only the first will ever be spent. */
  private void group(int group, long coin) {
    if (group == keyGroups.size()) {
      keyGroups.add(coin);
    } else {
      ledger.spend(coin);
    }
  }
}
