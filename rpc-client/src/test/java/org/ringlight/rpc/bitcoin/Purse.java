package org.ringlight.rpc.bitcoin;

import java.math.BigInteger;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.core.Transaction;
import org.bitcoinj.core.TransactionInput;
import org.bitcoinj.core.TransactionOutPoint;
import org.bitcoinj.core.TransactionOutput;
import org.bitcoinj.core.TransactionWitness;
import org.bitcoinj.crypto.ECKey;
import org.bitcoinj.script.Script;
import org.bitcoinj.script.ScriptBuilder;
import org.bitcoinj.script.ScriptPattern;
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
    return signed(spent.stream().map(coins -> new Share(this, coins)).toList(), payments, kind);
  }

  /** What a purse brings to a transaction of several. */
  public record Share(Purse purse, Coins coins) {}

  /** A transaction of several purses, of which each signs what is its own. */
  public static byte[] signTogether(List<Share> spent, List<Payment> payments) {
    return signed(spent, payments, Transaction.SigHash.ALL);
  }

  private static byte[] signed(
      List<Share> spent, List<Payment> payments, Transaction.SigHash kind) {
    Transaction transaction = new Transaction();
    transaction.setVersion(2);
    for (Payment payment : payments) {
      transaction.addOutput(
          new TransactionOutput(transaction, Coin.valueOf(payment.value()), payment.script()));
    }
    for (Share share : spent) {
      Coins coins = share.coins();
      transaction.addInput(
          new TransactionInput(
              transaction,
              new byte[0],
              new TransactionOutPoint(coins.index(), Sha256Hash.wrap(coins.hash().toString()))));
    }
    // a signature binds all inputs: they have to be there before the first one
    for (int i = 0; i < spent.size(); i++) {
      transaction.replaceInput(i, signed(transaction, i, spent.get(i), kind));
    }
    return transaction.serialize();
  }

  private static TransactionInput signed(
      Transaction transaction, int index, Share share, Transaction.SigHash kind) {
    ECKey key = share.purse().key;
    Coin value = Coin.valueOf(share.coins().value());
    Script script = Script.parse(share.coins().script());
    TransactionInput input = transaction.getInput(index);
    if (ScriptPattern.isP2WPKH(script)) {
      Script keyHash = ScriptBuilder.createP2PKHOutputScript(key);
      return input.withWitness(
          TransactionWitness.redeemP2WPKH(
              transaction.calculateWitnessSignature(index, key, keyHash, value, kind, false), key));
    }
    return input.withScriptSig(
        ScriptBuilder.createInputScript(
            transaction.calculateSignature(index, key, script, kind, false), key));
  }
}
