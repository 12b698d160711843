package org.ringlight.rpc.bitcoin;

import java.math.BigInteger;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.core.Transaction;
import org.bitcoinj.core.TransactionOutPoint;
import org.bitcoinj.core.TransactionOutput;
import org.bitcoinj.crypto.ECKey;
import org.bitcoinj.script.Script;
import org.bitcoinj.script.ScriptBuilder;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.bitcoin.AddressText;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.OutputScripts;

/** A key that makes outputs and spends them; worth nothing anywhere. */
public final class Purse {

  /** Whose outputs a {@link Btcd} mines. */
  public static final Purse MINER = new Purse(1_000_003);

  private final ECKey key;

  public Purse(long secret) {
    this.key = ECKey.fromPrivate(BigInteger.valueOf(secret));
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
    return ScriptBuilder.createP2PKHOutputScript(key).program();
  }

  /** Pays to the hash of the key by a witness program. */
  public byte[] witnessScript() {
    return ScriptBuilder.createP2WPKHOutputScript(key).program();
  }

  /**
   * An output of this purse.
   *
   * @param script {@link #keyHashScript} or {@link #witnessScript}
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to one signature
  public record Coins(TxHash hash, int index, long value, byte[] script) {}

  /**
   * What a transaction pays.
   *
   * @param value satoshi
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to one transaction
  public record Payment(long value, byte[] script) {}

  /** A transaction of these, signed, as bytes; what the payments leave is its fee. */
  public byte[] sign(List<Coins> spent, List<Payment> payments) {
    return sign(spent, payments, Transaction.SigHash.ALL);
  }

  /** The same with a signature that binds less. */
  public byte[] sign(List<Coins> spent, List<Payment> payments, Transaction.SigHash kind) {
    Transaction transaction = new Transaction();
    transaction.setVersion(2);
    for (Payment payment : payments) {
      transaction.addOutput(
          new TransactionOutput(transaction, Coin.valueOf(payment.value()), payment.script()));
    }
    for (Coins coins : spent) {
      transaction.addSignedInput(
          new TransactionOutPoint(coins.index(), Sha256Hash.wrap(coins.hash().toString())),
          Script.parse(coins.script()),
          Coin.valueOf(coins.value()),
          key,
          kind,
          false);
    }
    return transaction.serialize();
  }
}
