package org.ringlight.protocol;

/**
 * What a transaction pays. Source: monero v0.18.3.4 src/cryptonote_basic/cryptonote_basic.h
 * txout_to_key (tag 0x02) and txout_to_tagged_key (tag 0x03, from hard fork 15).
 */
public sealed interface Output {

  /** Atomic units, unsigned; 0 where RingCT hides it. */
  long amount();

  /** The one-time output key. */
  PublicKey key();

  /** An output without view tag. */
  record ToKey(long amount, PublicKey key) implements Output {}

  /**
   * An output with view tag.
   *
   * @param viewTag the first byte of a hash that only sender and receiver can make
   */
  record ToTaggedKey(long amount, PublicKey key, byte viewTag) implements Output {}
}
