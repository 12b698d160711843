package org.ringlight.cli;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.rpc.bitcoin.BitcoinNode;
import org.ringlight.rpc.bitcoin.Btcd;
import org.ringlight.rpc.bitcoin.Purse;
import org.ringlight.rpc.bitcoinj.BitcoinDecoder;
import org.ringlight.rpc.bitcoinj.Coins;
import org.ringlight.rpc.bitcoinj.NewTransaction;
import org.ringlight.rpc.bitcoinj.Payment;
import org.ringlight.rpc.bitcoinj.Spend;

/**
 * A theft told on a real node, every transaction signed, checked and mined by it: a victim loses 50
 * bitcoins; the thief peels four payments off, joins ann, bob, cat and dan in a CoinJoin of 10
 * bitcoins each, and deposits what comes out at an exchange, which sweeps the deposit together with
 * another one.
 */
final class TheftOnBtcd {

  static final long FEE = 10_000;
  static final long MIXED = 1_000_000_000;
  static final long SUBSIDY = 5_000_000_000L;

  private static final int MATURITY = 100;
  private static final long[] PEELED = {100_000_000, 200_000_000, 150_000_000, 50_000_000};

  final TxHash theft;
  final List<TxHash> peels = new ArrayList<>();
  final TxHash coinJoin;
  final TxHash deposit;
  final TxHash sweep;
  final String depositAddress = address(purse(300));
  final String otherDepositAddress = address(purse(301));
  final String exchangeAddress = address(purse(302));
  final String victimAddress = address(purse(0));

  private final Btcd node;

  TheftOnBtcd(Btcd node) {
    this.node = node;
    int parties = 5;
    node.mine(MATURITY + parties + 1);
    List<Coins> mined = coinbases(parties);
    List<Coins> owned = new ArrayList<>();
    for (int party = 0; party < parties; party++) {
      TxHash paid = pay(Purse.MINER, mined.get(party), payment(party, SUBSIDY - FEE));
      owned.add(coins(paid, 0, SUBSIDY - FEE, purse(party)));
    }
    long left = SUBSIDY - 2 * FEE;
    theft = pay(purse(0), owned.get(0), payment(100, left));
    Coins held = coins(theft, 0, left, purse(100));
    for (int i = 0; i < PEELED.length; i++) {
      left -= PEELED[i] + FEE;
      TxHash peel = pay(purse(100 + i), held, payment(200 + i, PEELED[i]), payment(101 + i, left));
      peels.add(peel);
      held = coins(peel, 1, left, purse(101 + i));
    }
    coinJoin = join(held, owned.subList(1, parties), left);
    deposit =
        pay(
            purse(402),
            coins(coinJoin, 2, MIXED, purse(402)),
            new Payment(MIXED - FEE, purse(300).keyHashScript()));
    TxHash other =
        pay(
            purse(501),
            coins(coinJoin, 6, SUBSIDY - FEE - MIXED, purse(501)),
            new Payment(MIXED, purse(301).keyHashScript()),
            payment(601, SUBSIDY - 2 * FEE - 2 * MIXED));
    sweep =
        mine(
            NewTransaction.signed(
                List.of(
                    purse(300).spends(coins(deposit, 0, MIXED - FEE, purse(300))),
                    purse(301).spends(coins(other, 0, MIXED, purse(301)))),
                List.of(new Payment(2 * MIXED - 2 * FEE, purse(302).keyHashScript()))));
    node.mine(2);
  }

  /** The thief mixes with the others; the third of the equal outputs is the thief's. */
  private TxHash join(Coins held, List<Coins> others, long left) {
    List<Spend> shares = new ArrayList<>(List.of(purse(100 + PEELED.length).spends(held)));
    List<Payment> payments = new ArrayList<>();
    for (int i = 0; i <= others.size(); i++) {
      payments.add(payment(400 + i, MIXED));
    }
    payments.add(payment(500, left - MIXED - FEE));
    for (int i = 0; i < others.size(); i++) {
      shares.add(purse(1 + i).spends(others.get(i)));
      payments.add(payment(501 + i, SUBSIDY - FEE - MIXED));
    }
    return mine(NewTransaction.signed(shares, payments));
  }

  private TxHash pay(Purse from, Coins coins, Payment... payments) {
    return mine(from.sign(List.of(coins), List.of(payments)));
  }

  private TxHash mine(byte[] transaction) {
    TxHash hash = node.send(transaction);
    node.mine(1);
    return hash;
  }

  private List<Coins> coinbases(int count) {
    BitcoinDecoder decoder = new BitcoinDecoder(BitcoinNetwork.REGTEST);
    List<Coins> coins = new ArrayList<>();
    try (BitcoinNode client = node.client()) {
      client
          .blocks(1, count, Long.MAX_VALUE)
          .forEach(
              raw ->
                  coins.add(
                      coins(
                          decoder.block(raw.bytes()).transactions().get(0).hash(),
                          0,
                          SUBSIDY,
                          Purse.MINER)));
    }
    return coins;
  }

  private static Purse purse(long number) {
    return new Purse(7_000_000 + number);
  }

  private static String address(Purse purse) {
    return purse.address(BitcoinNetwork.REGTEST);
  }

  private static Payment payment(long to, long value) {
    return new Payment(value, purse(to).keyHashScript());
  }

  private static Coins coins(TxHash hash, int index, long value, Purse owner) {
    return new Coins(hash, index, value, owner.keyHashScript());
  }
}
