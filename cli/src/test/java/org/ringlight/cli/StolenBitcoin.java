package org.ringlight.cli;

import org.ringlight.lake.mini.BitcoinChain;
import org.ringlight.lake.mini.BitcoinChain.Made;

/**
 * A theft, told by hand: mallory takes a coin from the vault, peels it twice, sends the rest
 * through a CoinJoin of five and pays what comes out of it into an exchange.
 *
 * <p>The vault spends two addresses together, and so does the exchange when it sweeps; what the
 * CoinJoin spends together belongs to five people.
 */
final class StolenBitcoin {

  static final long COIN = BitcoinChain.SUBSIDY;
  static final long JOINED = 100_000_000L;

  final BitcoinChain chain = new BitcoinChain();
  final Made theft;
  final Made firstPeel;
  final Made secondPeel;
  final Made join;
  final Made deposit;
  final Made sweep;

  StolenBitcoin() {
    Made vaultOne = chain.mine("vault-1");
    Made vaultTwo = chain.mine("vault-2");
    Made[] others = new Made[4];
    for (int i = 0; i < others.length; i++) {
      others[i] = chain.mine("joiner-" + i);
    }
    Made earlier = chain.mine("exchange-hot");
    chain.mine("miner");
    // the vault's addresses are spent together, to a change address of its own
    Made vault =
        chain
            .transaction()
            .spend(vaultOne.output(0))
            .spend(vaultTwo.output(0))
            .pay("vault-3", 2 * COIN - 1_000)
            .end();
    chain.mine("miner");
    theft =
        chain
            .transaction()
            .spend(vault.output(0))
            .pay("mallory", 400_000_000L)
            .pay("vault-4", 2 * COIN - 400_002_000L)
            .end();
    chain.mine("miner");
    firstPeel =
        chain
            .transaction()
            .spend(theft.output(0))
            .pay("shop", 10_000_000L)
            .pay("mallory-2", 389_999_000L)
            .end();
    chain.mine("miner");
    secondPeel =
        chain
            .transaction()
            .spend(firstPeel.output(1))
            .pay("bar", 20_000_000L)
            .pay("mallory-3", 369_998_000L)
            .end();
    chain.mine("miner");
    BitcoinChain.Teller mix = chain.transaction().spend(secondPeel.output(1));
    for (Made other : others) {
      mix.spend(other.output(0));
    }
    mix.pay("mixed-0", JOINED).pay("mallory-4", 369_998_000L - JOINED - 1_000);
    for (int i = 0; i < others.length; i++) {
      mix.pay("mixed-" + (i + 1), JOINED);
    }
    for (int i = 0; i < others.length; i++) {
      mix.pay("rest-" + i, COIN - JOINED - 1_000 - i);
    }
    join = mix.end();
    chain.mine("miner");
    deposit = chain.transaction().spend(join.output(1)).pay("exchange-deposit", 269_996_000L).end();
    chain.mine("miner");
    sweep =
        chain
            .transaction()
            .spend(deposit.output(0))
            .spend(earlier.output(0))
            .pay("exchange-cold", COIN + 269_000_000L)
            .end();
    chain.mine("miner");
  }
}
