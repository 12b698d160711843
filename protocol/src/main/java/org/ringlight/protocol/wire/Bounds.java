package org.ringlight.protocol.wire;

/**
 * The fewest bytes each counted thing takes, so that a count is held against the bytes left before
 * anything is allocated for it; and the limits monerod sets.
 */
final class Bounds {

  /** Tag and height of a coinbase input. */
  static final int INPUT_BYTES = 2;

  /** One varint. */
  static final int OFFSET_BYTES = 1;

  /** Amount, tag and key. */
  static final int OUTPUT_BYTES = 34;

  static final int EXTRA_BYTES = 1;

  static final int HASH_BYTES = 32;

  /** Fixed points, and one L and one R with their counts. */
  static final int BULLETPROOF_BYTES = 32 * (6 + 2) + 2;

  /** monero v0.18.3.4 src/cryptonote_config.h CRYPTONOTE_MAX_TX_PER_BLOCK. */
  static final int TRANSACTIONS_PER_BLOCK = 0x10000000;

  /** monero v0.18.3.4 src/ringct/rctTypes.cpp n_bulletproof_max_amounts_base: 2^(6-6) amounts. */
  static final int PROOF_ROUNDS_MIN = 6;

  /** As above, 2^(10-6) amounts: BULLETPROOF_MAX_OUTPUTS, BULLETPROOF_PLUS_MAX_OUTPUTS. */
  static final int PROOF_ROUNDS_MAX = 10;

  private Bounds() {}
}
