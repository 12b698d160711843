package org.ringlight.protocol;

/**
 * What a transaction takes in. Source: monero v0.18.3.4 src/cryptonote_basic/cryptonote_basic.h
 * txin_gen (tag 0xff) and txin_to_key (tag 0x02); the script inputs declared beside them never were
 * valid on the chain.
 */
public sealed interface Input {

  /**
   * New coins: the only input of a block's miner transaction.
   *
   * @param height of the block, unsigned
   */
  record Coinbase(long height) implements Input {}

  /**
   * A ring: one of its members is spent, which one is hidden unless there is only one.
   *
   * @param amount of every member in atomic units, unsigned; 0 where RingCT hides it
   * @param offsets the members, as indices among the outputs of that amount
   * @param keyImage marks the spent member without naming it
   */
  record ToKey(long amount, KeyOffsets offsets, KeyImage keyImage) implements Input {}
}
