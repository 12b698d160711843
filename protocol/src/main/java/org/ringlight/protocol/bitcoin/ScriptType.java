package org.ringlight.protocol.bitcoin;

/**
 * What an output's script asks of its spender (Bitcoin Core, {@code Solver} in {@code
 * script/solver.cpp}).
 */
public enum ScriptType {
  /** A bare public key. */
  P2PK("p2pk"),
  /** The hash of a public key. */
  P2PKH("p2pkh"),
  /** The hash of a script. */
  P2SH("p2sh"),
  /** A bare {@code m} of {@code n} public keys. */
  MULTISIG("multisig"),
  /** Segregated witness version 0, hash of a public key. */
  P2WPKH("p2wpkh"),
  /** Segregated witness version 0, hash of a script. */
  P2WSH("p2wsh"),
  /** Segregated witness version 1, an output key (BIP 341). */
  P2TR("p2tr"),
  /** Pay to anchor: witness version 1 with the two bytes {@code 4e73}. */
  ANCHOR("anchor"),
  /** A witness version without rules yet. */
  WITNESS_UNKNOWN("witness_unknown"),
  /** Data behind {@code OP_RETURN}: can never be spent. */
  NULL_DATA("null_data"),
  /** Anything else. */
  NONSTANDARD("nonstandard");

  private final String word;

  ScriptType(String word) {
    this.word = word;
  }

  /** As tables and pages write it. */
  public String word() {
    return word;
  }
}
