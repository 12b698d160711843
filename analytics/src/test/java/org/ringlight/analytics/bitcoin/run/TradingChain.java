package org.ringlight.analytics.bitcoin.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ringlight.lake.mini.BitcoinChain;
import org.ringlight.lake.mini.BitcoinChain.Made;
import org.ringlight.lake.mini.BitcoinChain.Teller;

/**
 * A seeded chain of wallets that pay one another, whose owners and change are known: each wallet
 * has habits of its own, change goes to a new address, payments to a new one or one that was used.
 * Now and then five of them make a CoinJoin.
 */
final class TradingChain {

  private static final int WALLETS = 9;
  private static final int TRADERS_MINE = 30;

  private record Coin(long output, long value, String address) {}

  final BitcoinChain chain = new BitcoinChain();

  /** Addresses that one wallet spent together, by transaction. */
  final List<List<String>> spentTogether = new ArrayList<>();

  /** By transaction: index of its change. */
  final Map<Long, Integer> changes = new HashMap<>();

  private final List<List<Coin>> coins = new ArrayList<>();
  private Random random;
  private int nextAddress;

  private TradingChain(long seed) {
    random = new Random(seed);
    for (int wallet = 0; wallet < WALLETS; wallet++) {
      coins.add(new ArrayList<>());
    }
  }

  /** So many blocks of one story. */
  static TradingChain of(long seed, int blocks) {
    TradingChain told = new TradingChain(seed);
    told.go(blocks);
    return told;
  }

  /** The same story up to a number of blocks, and then another. */
  static TradingChain branching(long seed, int common, long branch, int blocks) {
    TradingChain told = new TradingChain(seed);
    told.go(common);
    told.random = new Random(branch);
    told.chain.branch("branch " + branch);
    told.go(blocks - common);
    return told;
  }

  private void go(int blocks) {
    for (int block = 0; block < blocks; block++) {
      int miner = random.nextInt(WALLETS);
      // later on nobody gets new coins, so that change is spent again soon
      String address = chain.height() < TRADERS_MINE ? fresh(miner) : "pool";
      Made mined = chain.mine(address);
      if (!address.equals("pool")) {
        coins.get(miner).add(new Coin(mined.output(0), BitcoinChain.SUBSIDY, address));
      }
      for (int payment = random.nextInt(4); payment > 0; payment--) {
        int payer = random.nextInt(WALLETS);
        if (!coins.get(payer).isEmpty()) {
          pay(payer, (payer + 1 + random.nextInt(WALLETS - 1)) % WALLETS);
        }
      }
      if (random.nextInt(8) == 0) {
        mix();
      }
    }
  }

  private String fresh(int wallet) {
    return "w" + wallet + "-" + nextAddress++;
  }

  private void pay(int payer, int payee) {
    List<Coin> own = coins.get(payer);
    Teller tx = chain.transaction().like(1 + payer % 2, 0, 0xffff_ffffL - payer / 4);
    List<String> together = new ArrayList<>();
    long sum = 0;
    for (int left = 1 + random.nextInt(Math.min(3, own.size())); left > 0; left--) {
      Coin coin = own.remove(random.nextInt(own.size()));
      tx.spend(coin.output());
      together.add(coin.address());
      sum += coin.value();
    }
    long paid = sum / 100 * (1 + random.nextInt(98)) + 7;
    long change = sum - paid - 500;
    if (change < 1_000) {
      String back = fresh(payer);
      own.add(new Coin(tx.pay(back, sum - 500).end().output(0), sum - 500, back));
      spentTogether.add(together);
      return;
    }
    List<Coin> theirs = coins.get(payee);
    boolean known = !theirs.isEmpty() && random.nextInt(3) == 0;
    String to = known ? theirs.get(random.nextInt(theirs.size())).address() : fresh(payee);
    String back = fresh(payer);
    int index = random.nextInt(2);
    Made made =
        index == 0
            ? tx.pay(back, change).pay(to, paid).end()
            : tx.pay(to, paid).pay(back, change).end();
    own.add(new Coin(made.output(index), change, back));
    theirs.add(new Coin(made.output(1 - index), paid, to));
    spentTogether.add(together);
    changes.put(made.txId(), index);
  }

  private void mix() {
    List<Integer> able = new ArrayList<>();
    for (int wallet = 0; wallet < WALLETS; wallet++) {
      if (coins.get(wallet).stream().anyMatch(coin -> coin.value() > 200_000_000L)) {
        able.add(wallet);
      }
    }
    if (able.size() < 5) {
      return;
    }
    Teller tx = chain.transaction();
    List<Coin> spent = new ArrayList<>();
    for (int wallet : able.subList(0, 5)) {
      Coin coin =
          coins.get(wallet).stream()
              .filter(one -> one.value() > 200_000_000L)
              .findFirst()
              .orElseThrow();
      coins.get(wallet).remove(coin);
      tx.spend(coin.output());
      spent.add(coin);
    }
    List<String> to = new ArrayList<>();
    for (int wallet : able.subList(0, 5)) {
      to.add(fresh(wallet));
      tx.pay(to.get(to.size() - 1), 100_000_000L);
    }
    for (int i = 0; i < 5; i++) {
      to.add(fresh(able.get(i)));
      tx.pay(to.get(to.size() - 1), spent.get(i).value() - 100_001_000L - i);
    }
    Made made = tx.end();
    for (int i = 0; i < 5; i++) {
      List<Coin> own = coins.get(able.get(i));
      own.add(new Coin(made.output(i), 100_000_000L, to.get(i)));
      long rest = spent.get(i).value() - 100_001_000L - i;
      own.add(new Coin(made.output(5 + i), rest, to.get(5 + i)));
    }
  }
}
