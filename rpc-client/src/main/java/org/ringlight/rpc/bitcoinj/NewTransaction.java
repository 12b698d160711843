package org.ringlight.rpc.bitcoinj;

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

/**
 * Makes transactions, as bytes. Signatures take no chance (RFC 6979): the same arguments make the
 * same bytes.
 */
public final class NewTransaction {

  private static final int VERSION = 2;

  private NewTransaction() {}

  /**
   * One that spends outputs paid to a key's hash or to its witness program, each signed by its key;
   * what the payments leave is its fee.
   */
  public static byte[] signed(List<Spend> spent, List<Payment> payments) {
    return signed(spent, payments, Transaction.SigHash.ALL);
  }

  /** The same with signatures that may bind less. */
  public static byte[] signed(List<Spend> spent, List<Payment> payments, Transaction.SigHash kind) {
    Transaction transaction = paying(payments);
    for (Spend spend : spent) {
      Coins coins = spend.coins();
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

  /**
   * A block's first, which begins with the block's height (BIP 34).
   *
   * @param word what it says beside that, so that no two are the same; at most 75 bytes
   */
  public static byte[] coinbase(long height, byte[] word, List<Payment> payments) {
    Transaction transaction = paying(payments);
    byte[] script = new ScriptBuilder().number(height).data(word).build().program();
    transaction.addInput(TransactionInput.coinbaseInput(transaction, script));
    return transaction.serialize();
  }

  private static Transaction paying(List<Payment> payments) {
    Transaction transaction = new Transaction();
    transaction.setVersion(VERSION);
    for (Payment payment : payments) {
      transaction.addOutput(
          new TransactionOutput(transaction, Coin.valueOf(payment.value()), payment.script()));
    }
    return transaction;
  }

  private static TransactionInput signed(
      Transaction transaction, int index, Spend spend, Transaction.SigHash kind) {
    ECKey key = spend.key().key();
    Coin value = Coin.valueOf(spend.coins().value());
    Script script = Script.parse(spend.coins().script());
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
