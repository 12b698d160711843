package org.ringlight.rpc.bitcoin;

import java.math.BigInteger;
import java.util.List;
import org.bitcoinj.core.Transaction;
import org.ringlight.protocol.bitcoin.AddressText;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.OutputScripts;
import org.ringlight.rpc.bitcoinj.Coins;
import org.ringlight.rpc.bitcoinj.NewTransaction;
import org.ringlight.rpc.bitcoinj.Payment;
import org.ringlight.rpc.bitcoinj.SigningKey;
import org.ringlight.rpc.bitcoinj.Spend;

/** A key that makes outputs and spends them; worth nothing anywhere. */
public final class Purse {

  /** Whose outputs a {@link Btcd} mines. */
  public static final Purse MINER = new Purse(1_000_003);

  private final SigningKey key;

  public Purse(long secret) {
    this.key = SigningKey.of(BigInteger.valueOf(secret));
  }

  /** The address of the key's hash (P2PKH), which blocks are mined to. */
  public String address(BitcoinNetwork network) {
    String address = new AddressText(network).of(OutputScripts.payee(keyHashScript()));
    if (address == null) {
      throw new IllegalStateException("a key's hash has an address");
    }
    return address;
  }

  /** Pays to the hash of the key. */
  public byte[] keyHashScript() {
    return key.keyHashScript();
  }

  /** Pays to the hash of the key by a witness program. */
  public byte[] witnessScript() {
    return key.witnessScript();
  }

  /** A share in a transaction of several purses. */
  public Spend spends(Coins coins) {
    return key.spends(coins);
  }

  /** A transaction of these, signed, as bytes; what the payments leave is its fee. */
  public byte[] sign(List<Coins> spent, List<Payment> payments) {
    return sign(spent, payments, Transaction.SigHash.ALL);
  }

  /** The same with a signature that binds less. */
  public byte[] sign(List<Coins> spent, List<Payment> payments, Transaction.SigHash kind) {
    return NewTransaction.signed(spent.stream().map(key::spends).toList(), payments, kind);
  }
}
