package org.ringlight.lake.mini;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.lake.mini.BitcoinChain.Made;
import org.ringlight.protocol.bitcoin.ScriptType;

/**
 * A theft on a {@link BitcoinChain}: 16 blocks, 25 transactions. Every payment leaves a fee of
 * {@link #FEE}.
 *
 * <pre>
 * height  who pays whom
 *      0  the victim mines 50 BTC
 *   1..4  ann, bob, cat and dan mine 50 BTC each
 *      5  the exchange mines 50 BTC
 *      6  theft        victim   to thief-1, all of it
 *      7  peel 1       thief-1  to shop-1    1 BTC, the rest to thief-2
 *      8  peel 2       thief-2  to shop-2    2 BTC, the rest to thief-3
 *      9  peel 3       thief-3  to shop-3  1.5 BTC, the rest to thief-4
 *     10  peel 4       thief-4  to shop-4  0.5 BTC, the rest to thief-5
 *     11  CoinJoin     thief-5, ann, bob, cat and dan to mix-1 ... mix-5, 10 BTC each, and their
 *                      change to thief-6, ann-2, bob-2, cat-2 and dan-2; mix-3 is the thief's
 *     12  deposit      mix-3    to deposit-1, the thief's account at the exchange
 *         ann's        ann-2    to deposit-2, ann's account there: 5 BTC, the rest to ann-3
 *     13  sweep        deposit-1 and deposit-2 to the exchange, with a note in an OP_RETURN
 * 14..15  the miner mines
 * </pre>
 *
 * <p>True owners: the thief has thief-1 ... thief-6 and mix-3; the exchange has exchange, deposit-1
 * and deposit-2. Common inputs join deposit-1 with deposit-2 by the sweep; they would also join the
 * five of the CoinJoin, wrongly. Shops take script hashes; everyone else takes witness key hashes.
 *
 * @param stolen the coinbase of the victim; its output 0 is what is stolen
 * @param peels output 0 goes to the shop, output 1 on to the thief
 * @param coinJoin outputs 0 to 4 go to mix-1 ... mix-5, outputs 5 to 9 are change
 */
public record BitcoinStory(
    BitcoinChain chain,
    Made stolen,
    Made theft,
    List<Made> peels,
    Made coinJoin,
    Made deposit,
    Made otherDeposit,
    Made sweep) {

  /** What each transaction but the coinbases leaves to the miner, in satoshi. */
  public static final long FEE = 10_000;

  /** What each party of the CoinJoin mixes, in satoshi. */
  public static final long MIXED = 1_000_000_000;

  private static final long[] PEELED = {100_000_000, 200_000_000, 150_000_000, 50_000_000};

  /** Tells it. */
  public static BitcoinStory tell() {
    BitcoinChain chain = new BitcoinChain();
    Made stolen = chain.mine("victim");
    List<Made> others = new ArrayList<>();
    for (String party : List.of("ann", "bob", "cat", "dan")) {
      others.add(chain.mine(party));
    }
    chain.mine("exchange");

    chain.mine("miner");
    long left = BitcoinChain.SUBSIDY - FEE;
    Made theft = chain.transaction().spend(stolen.output(0)).pay("thief-1", left).end();

    List<Made> peels = new ArrayList<>();
    long coin = theft.output(0);
    for (int i = 0; i < PEELED.length; i++) {
      chain.mine("miner");
      left -= PEELED[i] + FEE;
      Made peel =
          chain
              .transaction()
              .spend(coin)
              .pay("shop-" + (i + 1), PEELED[i], ScriptType.P2SH)
              .pay("thief-" + (i + 2), left)
              .end();
      peels.add(peel);
      coin = peel.output(1);
    }

    chain.mine("miner");
    BitcoinChain.Teller join = chain.transaction().spend(coin);
    others.forEach(other -> join.spend(other.output(0)));
    for (int i = 1; i <= 5; i++) {
      join.pay("mix-" + i, MIXED);
    }
    join.pay("thief-6", left - MIXED - FEE);
    for (String party : List.of("ann-2", "bob-2", "cat-2", "dan-2")) {
      join.pay(party, BitcoinChain.SUBSIDY - MIXED);
    }
    Made coinJoin = join.end();

    chain.mine("miner");
    Made deposit =
        chain.transaction().spend(coinJoin.output(2)).pay("deposit-1", MIXED - FEE).end();
    long account = 500_000_000;
    Made otherDeposit =
        chain
            .transaction()
            .spend(coinJoin.output(6))
            .pay("deposit-2", account)
            .pay("ann-3", BitcoinChain.SUBSIDY - MIXED - account - FEE)
            .end();

    chain.mine("miner");
    Made sweep =
        chain
            .transaction()
            .spend(deposit.output(0))
            .spend(otherDeposit.output(0))
            .pay("exchange", MIXED - FEE + account - FEE)
            .data((byte) 1, (byte) 2)
            .end();
    chain.mine("miner");
    chain.mine("miner");
    return new BitcoinStory(
        chain, stolen, theft, List.copyOf(peels), coinJoin, deposit, otherDeposit, sweep);
  }
}
