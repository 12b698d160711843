package org.ringlight.rpc.bitcoinj;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.crypto.ECKey;
import org.bitcoinj.script.ScriptBuilder;

/**
 * A key that makes outputs and spends them, worked out of a number. Good for play money only: who
 * knows the number has the coins. Immutable.
 */
public final class SigningKey {

  private final ECKey key;

  private SigningKey(ECKey key) {
    this.key = key;
  }

  /**
   * The key of a secret.
   *
   * @param secret from 1, below the order of secp256k1's group
   */
  public static SigningKey of(BigInteger secret) {
    return new SigningKey(ECKey.fromPrivate(secret));
  }

  /** The key whose secret is the SHA-256 of these words, brought into the group's range. */
  public static SigningKey ofWords(String words) {
    BigInteger hash = new BigInteger(1, Sha256Hash.hash(words.getBytes(StandardCharsets.UTF_8)));
    BigInteger last = ECKey.ecDomainParameters().getN().subtract(BigInteger.ONE);
    return of(hash.mod(last).add(BigInteger.ONE));
  }

  /** Pays to the hash of the key (P2PKH). */
  public byte[] keyHashScript() {
    return ScriptBuilder.createP2PKHOutputScript(key).program();
  }

  /** Pays to the hash of the key by a witness program (P2WPKH). */
  public byte[] witnessScript() {
    return ScriptBuilder.createP2WPKHOutputScript(key).program();
  }

  /** A share in a transaction that spends {@code coins}, an output of this key. */
  public Spend spends(Coins coins) {
    return new Spend(this, coins);
  }

  ECKey key() {
    return key;
  }
}
